import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { asManifest, type ReleaseManifest } from "./manifest.ts";

/** What is signed begins with it, so that no signature made for something else counts here. */
const PURPOSE = "titian release manifest 1\n";

export interface PublicKey {
  /** The beginning of its hash. */
  readonly id: string;
  readonly key: KeyObject;
}

/** As a file holds it: the manifest exactly as it was signed, in base64, and one signature for each key of its makers. */
interface Envelope {
  readonly payload: string;
  readonly signatures: readonly { readonly key: string; readonly signature: string }[];
}

export type Opened =
  | { readonly manifest: ReleaseManifest }
  /** No trusted key has signed it as it is; signed, and in no shape that this version knows. */
  | { readonly refused: "untrusted" | "unknown-shape" };

/** Nothing of it is looked at before one of these keys has vouched for it. */
export function openManifest(text: string, keys: readonly PublicKey[]): Opened {
  const envelope = asEnvelope(text);
  if (!envelope) return { refused: "untrusted" };
  const payload = Buffer.from(envelope.payload, "base64");
  const isVouchedFor = envelope.signatures.some(({ key: id, signature }) => {
    const known = keys.find((key) => key.id === id);
    return known && verify(null, signedBytes(payload), known.key, Buffer.from(signature, "base64"));
  });
  if (!isVouchedFor) return { refused: "untrusted" };
  const manifest = asManifest(parse(payload.toString("utf8")));
  return manifest ? { manifest } : { refused: "unknown-shape" };
}

/** With the private halves; Ed25519. */
export function sealManifest(manifest: ReleaseManifest, keys: readonly KeyObject[]): string {
  const payload = Buffer.from(JSON.stringify(manifest));
  const signatures = keys.map((key) => ({
    key: idOf(createPublicKey(key)),
    signature: sign(null, signedBytes(payload), key).toString("base64"),
  }));
  const envelope: Envelope = { payload: payload.toString("base64"), signatures };
  return `${JSON.stringify(envelope)}\n`;
}

/** Those of every `*.pem` in the folders that exist. Others than Ed25519 are not for this, and are passed over. */
export function keysIn(folders: readonly string[]): readonly PublicKey[] {
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.endsWith(".pem"))
      .toSorted()
      .flatMap((name) => publicKey(path.join(folder, name)) ?? []),
  );
}

export const idOf = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ format: "der", type: "spki" }))
    .digest("hex")
    .slice(0, 16);

const signedBytes = (payload: Buffer): Buffer => Buffer.concat([Buffer.from(PURPOSE), payload]);

function asEnvelope(text: string): Envelope | undefined {
  const { payload, signatures } = (parse(text) ?? {}) as Partial<Envelope>;
  if (typeof payload !== "string" || !Array.isArray(signatures) || signatures.length > 10) return undefined;
  const isSound = signatures.every(
    (one) => typeof one?.key === "string" && typeof one.signature === "string",
  );
  return isSound ? { payload, signatures } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function publicKey(file: string): PublicKey | undefined {
  try {
    const key = createPublicKey(readFileSync(file));
    return key.asymmetricKeyType === "ed25519" ? { id: idOf(key), key } : undefined;
  } catch {
    return undefined;
  }
}
