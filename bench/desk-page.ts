import { once } from "node:events";
import { WebSocket } from "ws";
import { TitianClient } from "../src/bridge/client/client.ts";
import { type ChildServer, childServer } from "./child-server.ts";

/** The one device of the daemon that startDesk starts. */
export const DESK_DEVICE = "bench-device";

/** The whole daemon in a process of its own, with one device of this driver. */
export const startDesk = (driver: string, options: Record<string, unknown>): Promise<ChildServer> =>
  childServer("desk", [JSON.stringify([{ id: DESK_DEVICE, driver, options }])]);

/** Measured of Chromium 156; ws by itself would send one frame, and the daemon has more to do with many. */
const BROWSER_FRAME_BYTES = 131_000;

/** Cuts large messages into frames as a browser does. */
class BrowserSocket extends WebSocket {
  override send(data: string | Uint8Array): void {
    if (typeof data === "string") {
      super.send(data);
      return;
    }
    for (let at = 0; at < data.length; at += BROWSER_FRAME_BYTES) {
      const end = at + BROWSER_FRAME_BYTES;
      super.send(data.subarray(at, end), { binary: true, fin: end >= data.length });
    }
  }
}

export interface DeskPage extends AsyncDisposable {
  readonly client: TitianClient;
}

/** A page of the console with the client that ships. It hears events from now on. */
export async function openPage({
  port,
  token = null,
}: {
  port: number;
  token?: string | null;
}): Promise<DeskPage> {
  const origin = `http://127.0.0.1:${port}`;
  const sockets: WebSocket[] = [];
  const client = new TitianClient({
    url: `ws://127.0.0.1:${port}/ws`,
    openSocket: (url) => {
      const socket = new BrowserSocket(url, { origin });
      sockets.push(socket);
      return socket;
    },
    tokens: { get: () => token, set: () => undefined },
    language: "id",
  });
  await new Promise<void>((resolve) => client.onResync(resolve));
  return {
    client,
    async [Symbol.asyncDispose]() {
      const [socket] = sockets;
      const closed = socket && once(socket, "close");
      client.close();
      await closed;
    },
  };
}
