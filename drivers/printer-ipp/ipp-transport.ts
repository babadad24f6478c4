import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { TitianError } from "../../src/kernel/errors.ts";
import { type CertificateCheck, connectTls } from "./certificate.ts";
import type { IppAddress } from "./ipp-address.ts";

/** A printer's full self-description is some 60 KB; a page that is no printer may be anything. */
const MAX_ANSWER_BYTES = 1_048_576;

export interface IppPost {
  readonly to: IppAddress;
  readonly head: Uint8Array;
  readonly document?: Uint8Array;
  /** Called when the connection stands: from then on the other side may have read anything. */
  readonly onConnected?: () => void;
  readonly certificate: CertificateCheck;
}

/**
 * One IPP message out, one in. Rejects with the signal's reason, or with `DEVICE_NOT_CONNECTED`, `DEVICE_NOT_PERMITTED` or
 * `DEVICE_BAD_ANSWER`.
 */
export async function postIpp(post: IppPost, signal: AbortSignal): Promise<Buffer> {
  try {
    return await exchange(post, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw cause instanceof TitianError ? cause : new TitianError("DEVICE_NOT_CONNECTED", { cause });
  }
}

async function exchange(post: IppPost, signal: AbortSignal): Promise<Buffer> {
  const { head, document, onConnected } = post;
  const { url } = post.to;
  const length = head.length + (document?.length ?? 0);
  const request: RequestOptions = {
    method: "POST",
    signal,
    headers: { "content-type": "application/ipp", "content-length": length },
    ...(await connection(post, signal)),
  };
  return new Promise<Buffer>((resolve, reject) => {
    const outgoing = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, request);
    outgoing.once("error", reject);
    outgoing.once("socket", (socket) => {
      if (socket.connecting) socket.once("connect", () => onConnected?.());
      else onConnected?.();
    });
    outgoing.once("response", (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.once("error", reject);
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

/** A connection of its own for each message: a kept one that the printer has closed meanwhile looks like a lost job. */
async function connection({ to, certificate }: IppPost, signal: AbortSignal): Promise<RequestOptions> {
  if (to.url.protocol === "https:") {
    const socket = await connectTls(to.url, certificate, signal);
    return { createConnection: () => socket };
  }
  return to.socketPath === undefined ? { agent: false } : { agent: false, socketPath: to.socketPath };
}

function httpFailure(status: number): TitianError {
  const isLocked = [401, 403, 426].includes(status);
  return new TitianError(isLocked ? "DEVICE_NOT_PERMITTED" : "DEVICE_BAD_ANSWER", {
    details: { http: status },
  });
}
