import { stamped, withoutName } from "./stamp.ts";
import { isHangUp, type Notice } from "./talk.ts";

/** How far the page has got with the daemon. */
export type Progress = "connecting" | "pairing" | "open" | "away";

const NORMAL = 1000;
const NOT_JSON = 1007;

/** One page's port and one socket: what comes in here goes out there, until either ends. */
export class Conversation {
  readonly id: string;
  readonly #port: MessagePort;
  readonly #socket: WebSocket;
  readonly #origin: string;
  readonly #onProgress: (progress: Progress) => void;
  /** From the daemon, and not yet the greeting. */
  #isGreeted = false;

  constructor(
    { id, port, origin }: { readonly id: string; readonly port: MessagePort; readonly origin: string },
    socket: WebSocket,
    onProgress: (progress: Progress) => void,
  ) {
    this.id = id;
    this.#port = port;
    this.#origin = origin;
    this.#socket = socket;
    this.#onProgress = onProgress;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#notify({ state: "open" });
    socket.onmessage = ({ data }) => this.#fromDaemon(data);
    socket.onclose = ({ code }) => {
      this.#notify({ state: "closed", code });
      port.close();
      onProgress("away");
    };
    port.onmessage = ({ data }) => this.#fromPage(data);
  }

  /** The page is gone, or speaks through another port now. */
  end(): void {
    this.#socket.onclose = null;
    this.#socket.close(NORMAL);
    this.#port.close();
  }

  #notify(notice: Notice): void {
    this.#port.postMessage(notice);
  }

  #fromDaemon(data: string | ArrayBuffer): void {
    if (data instanceof ArrayBuffer) {
      this.#port.postMessage(data, [data]);
      return;
    }
    if (data.startsWith('{"type":"session.')) this.#onProgress(progressOf(data));
    this.#port.postMessage(this.#isGreeted ? data : withoutName(data));
    this.#isGreeted = true;
  }

  #fromPage(data: unknown): void {
    const socket = this.#socket;
    if (isHangUp(data)) socket.close(NORMAL);
    if (socket.readyState !== WebSocket.OPEN) return;
    if (data instanceof ArrayBuffer) socket.send(data);
    if (typeof data !== "string") return;
    const text = stamped(data, this.#origin);
    if (text === undefined) {
      this.#notify({ state: "closed", code: NOT_JSON });
      this.end();
    } else socket.send(text);
  }
}

const progressOf = (text: string): Progress =>
  text.startsWith('{"type":"session.opened"') ? "open" : "pairing";
