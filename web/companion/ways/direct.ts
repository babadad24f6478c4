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
    return closing(new WebSocket(url));
  } catch {
    return new NoSocket();
  }
}

/** Where INLISLite's content policy forbids the address, Chromium 156 says `error` and never `close`: the client waits for the latter. */
function closing(socket: WebSocket): SocketLike {
  let isClosed = false;
  socket.addEventListener("close", () => {
    isClosed = true;
  });
  socket.addEventListener("error", () => {
    setTimeout(() => {
      const isOver = socket.readyState === WebSocket.CLOSED;
      if (isOver && !isClosed) socket.dispatchEvent(new CloseEvent("close", { code: 1006 }));
    }, 0);
  });
  return socket;
}
