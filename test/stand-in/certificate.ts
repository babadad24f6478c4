import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Certificate {
  readonly key: string;
  /** Signed by itself: no browser and no client trusts it unasked. */
  readonly cert: string;
}

/** As a library makes its own: one name, nobody's signature but its own. */
export function makeCertificate(hostName: string): Certificate {
  const folder = mkdtempSync(path.join(tmpdir(), "titian-certificate-"));
  try {
    const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
    const names = /^[\d.]+$/.test(hostName) ? `IP:${hostName}` : `DNS:${hostName}`;
    const made = spawnSync("openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "30", "-subj", `/CN=${hostName}`, "-addext", `subjectAltName=${names}`],
      ...["-keyout", key, "-out", cert],
    ]);
    if (made.status !== 0) throw new Error(`openssl ended with ${made.status}: ${made.stderr}`);
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
