import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { ReleaseManifest } from "../../service-install/versions/manifest.ts";
import { KEYS_FOLDER, type Places } from "../../service-install/versions/places.ts";
import { sealManifest } from "../../service-install/versions/signature.ts";

export interface Maker {
  readonly privateKey: KeyObject;
  readonly publicPem: string;
}

/** Somebody who signs releases, for this test only. */
export function newMaker(): Maker {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { privateKey, publicPem: publicKey.export({ type: "spki", format: "pem" }).toString() };
}

/** A package of that version that trusts these makers, and no update yet. */
export function installed(folder: string, version: string, makers: readonly Maker[]): Places {
  const base = path.join(folder, "package");
  const keys = path.join(base, KEYS_FOLDER);
  mkdirSync(keys, { recursive: true });
  writeFileSync(path.join(base, "package.json"), JSON.stringify({ version, type: "module" }));
  for (const [index, { publicPem }] of makers.entries())
    writeFileSync(path.join(keys, `${index}.pem`), publicPem);
  const versions = path.join(folder, "versions");
  mkdirSync(versions);
  return { base, versions, keys: [keys] };
}

const FILES: Readonly<Record<string, string>> = {
  node: "#!/bin/sh\n",
  "package.json": "{}",
  "lib/titian.mjs": "export {};\n",
};

/** Writes a small version where it would lie after an update. Returns its folder. */
export function putVersion(places: Places, version: string, maker: Maker, files = FILES): string {
  const folder = path.join(places.versions, version);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text, { mode: name === "node" ? 0o755 : 0o644 });
  }
  const manifest = manifestOf(version, folder, Object.keys(files));
  writeFileSync(path.join(folder, "update.json"), sealManifest(manifest, [maker.privateKey]));
  return folder;
}

export function manifestOf(version: string, folder: string, names: readonly string[]): ReleaseManifest {
  const files = names.map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    const isExecutable = (statSync(path.join(folder, name)).mode & 0o100) !== 0;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { path: name, size: bytes.length, sha256, ...(isExecutable && { executable: true as const }) };
  });
  const platform = `${process.platform}-${process.arch}`;
  return {
    ...{ product: "titian", version, replaces: "0.1.0", storeSchema: 1 },
    releasedAt: "2026-11-27T00:00:00.000Z",
    platforms: { [platform]: { file: `titian-${version}.tar.gz`, size: 1, sha256: "0".repeat(64), files } },
  };
}
