import type { SocketLike } from "../../../src/bridge/client/client.ts";

/** A socket that never was. The client tries again after its close, as after any other. */
class NoSocket implements SocketLike {
  binaryType = "";
  readonly readyState = 3;
  send(): void {}
  close(): void {}
  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === "close") setTimeout(() => listener({ code: 1006 } as never), 0);
  }
}

/** Straight to the daemon. Some browsers forbid the address by throwing, which must not reach INLISLite's page. */
export function openDirect(url: string): SocketLike {
  try {
    return new WebSocket(url);
  } catch {
    return new NoSocket();
  }
}
