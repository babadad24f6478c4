import { request as httpRequest } from "node:http";
import { TitianError } from "../../src/kernel/errors.ts";

/** A printer's full self-description is some 60 KB; a page that is no printer may be anything. */
const MAX_ANSWER_BYTES = 1_048_576;

export interface IppPost {
  readonly url: URL;
  readonly head: Uint8Array;
  readonly document?: Uint8Array;
  /** Called when the connection stands: from then on the other side may have read anything. */
  readonly onConnected?: () => void;
}

/**
 * One IPP message out, one in. Rejects with the signal's reason, or with `DEVICE_NOT_CONNECTED`, `DEVICE_NOT_PERMITTED` or
 * `DEVICE_BAD_ANSWER`.
 */
export function postIpp({ url, head, document, onConnected }: IppPost, signal: AbortSignal): Promise<Buffer> {
  const length = head.length + (document?.length ?? 0);
  return new Promise<Buffer>((resolve, reject) => {
    const failed = (cause: unknown): void => {
      if (signal.aborted) reject(signal.reason);
      else reject(cause instanceof TitianError ? cause : new TitianError("DEVICE_NOT_CONNECTED", { cause }));
    };
    const outgoing = httpRequest(url, {
      method: "POST",
      // A connection of its own: a kept one that the printer has closed meanwhile looks like a lost job.
      agent: false,
      signal,
      headers: { "content-type": "application/ipp", "content-length": length },
    });
    outgoing.once("error", failed);
    outgoing.once("socket", (socket) => socket.once("connect", () => onConnected?.()));
    outgoing.once("response", (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.once("error", failed);
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) incoming.destroy(new TitianError("DEVICE_BAD_ANSWER"));
        else chunks.push(chunk);
      });
      incoming.once("end", () => {
        const code = incoming.statusCode ?? 0;
        if (code === 200) resolve(Buffer.concat(chunks));
        else reject(httpFailure(code));
      });
    });
    outgoing.write(head);
    outgoing.end(document);
  });
}

function httpFailure(status: number): TitianError {
  const isLocked = [401, 403, 426].includes(status);
  return new TitianError(isLocked ? "DEVICE_NOT_PERMITTED" : "DEVICE_BAD_ANSWER", {
    details: { http: status },
  });
}
