import { once } from "node:events";
import http, { type RequestListener } from "node:http";
import net, { type AddressInfo, type Socket } from "node:net";

export interface Upstream extends AsyncDisposable {
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  /** Requests as they arrived, with their headers as sent. */
  readonly seen: http.IncomingMessage[];
  /** TCP connections so far. */
  readonly connections: () => number;
}

/** A web server of the test's own. */
export async function upstream(handler: RequestListener): Promise<Upstream> {
  const seen: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request);
    handler(request, response);
  });
  return await listening(server, seen);
}

/** One that speaks bytes: for answers that no HTTP library would give. */
export function rawUpstream(onSocket: (socket: Socket) => void): Promise<Upstream> {
  const server = net.createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => onSocket(socket));
  });
  return listening(server, []);
}

export async function listening(
  server: net.Server | http.Server,
  seen: http.IncomingMessage[],
  scheme = "http",
): Promise<Upstream> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    ...{ port, seen, host: `127.0.0.1:${port}`, origin: `${scheme}://127.0.0.1:${port}` },
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
