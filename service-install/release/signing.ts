import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  asManifest,
  type ListedFile,
  type PlatformRelease,
  type ReleaseManifest,
} from "../versions/manifest.ts";
import { KEYS_FOLDER } from "../versions/places.ts";
import { idOf, sealManifest } from "../versions/signature.ts";

/** What a desk looks for on a web server, where nobody can list a folder: the newest release's manifest. */
export const NEWEST = "titian.update.json";

/** Those of the files, in PEM. `passphrase`: of those that are encrypted. Throws in words for one that cannot sign a release. */
export function signingKeys(files: readonly string[], passphrase: string | undefined): readonly KeyObject[] {
  return files.map((file) => {
    const key = privateKey(file, passphrase);
    if (key.asymmetricKeyType !== "ed25519")
      throw new Error(`${file} is no Ed25519 key; make one with: npm run release:key`);
    return key;
  });
}

function privateKey(file: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: readFileSync(file), ...(passphrase !== undefined && { passphrase }) });
  } catch (error) {
    throw new Error(
      `${file} is no private key that can be read (RELEASE_KEY_PASSPHRASE is for an encrypted one)`,
      {
        cause: error,
      },
    );
  }
}

/** The public halves go with the release: a desk that has it takes later ones of the same makers. */
export function putPublicKeys(app: string, keys: readonly KeyObject[]): void {
  if (keys.length === 0) return;
  const folder = path.join(app, KEYS_FOLDER);
  mkdirSync(folder);
  for (const key of keys.map((one) => createPublicKey(one)))
    writeFileSync(path.join(folder, `${idOf(key)}.pem`), key.export({ type: "spki", format: "pem" }));
}

/** What a desk of that kind gets: the archive, and each file of the folder that it was made of. */
export function platformRelease(app: string, archive: string): PlatformRelease {
  const files = readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => listed(app, path.join(entry.parentPath, entry.name)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const { size, sha256 } = measured(archive);
  return { file: path.basename(archive), size, sha256, files };
}

function listed(app: string, file: string): ListedFile {
  const isExecutable = (statSync(file).mode & 0o100) !== 0;
  const name = path.relative(app, file).replaceAll(path.sep, "/");
  return { path: name, ...measured(file), ...(isExecutable && { executable: true as const }) };
}

function measured(file: string): { readonly size: number; readonly sha256: string } {
  const bytes = readFileSync(file);
  return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

export interface SigningWishes {
  readonly out: string;
  readonly version: string;
  /** The oldest version that may be replaced by it. */
  readonly replaces: string;
  /** When it was released, since 1970. */
  readonly seconds: number;
  readonly platforms: Readonly<Record<string, PlatformRelease>>;
  readonly keys: readonly KeyObject[];
}

/** Beside the archives: what desks take as an update. Throws for what none of them would. */
export function signRelease({ out, version, replaces, seconds, platforms, keys }: SigningWishes): void {
  const releasedAt = new Date(seconds * 1000).toISOString();
  const manifest: ReleaseManifest = {
    ...{ product: "titian", version, replaces, storeSchema: storeSchema(), releasedAt, platforms },
  };
  if (!asManifest(manifest)) throw new Error("this release is nothing that a desk would take as an update");
  writeManifest(out, manifest, keys);
}

/** Twice: under its version's name, for a folder that holds several, and as the newest. */
export function writeManifest(out: string, manifest: ReleaseManifest, keys: readonly KeyObject[]): void {
  const text = sealManifest(manifest, keys);
  for (const name of [`titian-${manifest.version}.update.json`, NEWEST])
    writeFileSync(path.join(out, name), text);
}

/** Of the store that this release has: how many migrations it has been through. */
export const storeSchema = (): number =>
  readdirSync("src/store/migrations").filter((name) => name.endsWith(".sql")).length;
