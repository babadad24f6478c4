import { connect, type Socket } from "node:net";
import { TitianError } from "../../src/kernel/errors.ts";

/** A list of printers is some hundred bytes; whatever is longer than this is no answer. */
const MAX_ANSWER_BYTES = 1_048_576;
/** An answer is taken as soon as it is whole. An endless one is not parsed again with each of its pieces. */
const MAX_EARLY_LOOKS = 64;
const CLOSING_BRACE = 0x7d;

export interface Place {
  readonly host: string;
  readonly port: number;
}

interface Request {
  readonly to: Place;
  readonly body: object;
  /** Called when the connection stands: from then on the service may have read anything. */
  readonly onConnected?: () => void;
}

/**
 * One connection: one JSON object out, half-closed, one JSON value in. Rejects with the signal's reason, with
 * `DEVICE_NOT_CONNECTED` or with `DEVICE_BAD_ANSWER`.
 */
export async function exchange(request: Request, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const socket = connect(request.to);
  const hangUp = (): void => void socket.destroy();
  signal.addEventListener("abort", hangUp, { once: true });
  try {
    return await converse(socket, request);
  } catch (cause) {
    signal.throwIfAborted();
    throw cause instanceof TitianError ? cause : new TitianError("DEVICE_NOT_CONNECTED", { cause });
  } finally {
    signal.removeEventListener("abort", hangUp);
    socket.destroy();
  }
}

function converse(socket: Socket, { body, onConnected }: Request): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let looks = 0;
    socket.once("connect", () => onConnected?.());
    socket.once("error", reject);
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_ANSWER_BYTES) return reject(new TitianError("DEVICE_BAD_ANSWER"));
      if (chunk.at(-1) !== CLOSING_BRACE || ++looks > MAX_EARLY_LOOKS) return;
      const value = parseJson(chunks);
      if (value !== undefined) resolve(value);
    });
    // After the end of an answer, of half an answer, or of a connection that was cut.
    socket.once("close", () => {
      const value = parseJson(chunks);
      if (value === undefined) reject(new TitianError("DEVICE_BAD_ANSWER"));
      else resolve(value);
    });
    socket.end(JSON.stringify(body));
  });
}

function parseJson(chunks: readonly Buffer[]): unknown {
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}
