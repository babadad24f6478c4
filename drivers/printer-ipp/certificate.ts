import { readFile, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { TitianError } from "../../src/kernel/errors.ts";

/** Whether a printer is who it was. Throws `DEVICE_NOT_PERMITTED` for a stranger. */
export type CertificateCheck = (socket: TLSSocket) => Promise<void>;

/** Printers sign for themselves: the certificate that was met first is the printer, and no other. */
export function firstMet(file: string): CertificateCheck {
  return async (socket) => {
    const { fingerprint256 } = socket.getPeerCertificate();
    const known = (await readFile(file, "utf8").catch(absent))?.trim();
    // An empty file is one whose writing a power cut ended.
    if (!known) await writeFile(file, `${fingerprint256}\n`, { mode: 0o600, flush: true });
    else if (known !== fingerprint256) throw stranger("certificate-changed");
  };
}

/** A certificate that an authority known to this machine has signed, for the name in the address. */
export const signedByAuthority: CertificateCheck = async (socket) => {
  if (!socket.authorized) throw stranger("certificate-unknown", socket.authorizationError);
};

/** A line on which the other side has shown who it is. Nothing of ours has gone over it yet. */
export async function connectTls(url: URL, check: CertificateCheck, signal: AbortSignal): Promise<TLSSocket> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  signal.throwIfAborted();
  const socket = connect({
    host,
    port: Number(url.port || 443),
    ...(isIP(host) ? {} : { servername: host }),
    // The check below judges it, before a byte is sent.
    rejectUnauthorized: false,
  });
  const giveUp = (): void => void socket.destroy(signal.reason);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.once("secureConnect", resolve);
    });
    await check(socket);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function stranger(reason: string, cause?: unknown): TitianError {
  return new TitianError("DEVICE_NOT_PERMITTED", { details: { reason }, cause });
}
