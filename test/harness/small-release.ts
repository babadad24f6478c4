import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { platformRelease, writeManifest } from "../../service-install/release/signing.ts";
import { platformName } from "../../service-install/versions/files-check.ts";
import type { ReleaseManifest } from "../../service-install/versions/manifest.ts";
import type { Maker } from "./signed-version.ts";

export interface SmallRelease {
  /** Where the signed manifests and the archive lie. */
  readonly folder: string;
  readonly archive: string;
  readonly manifest: ReleaseManifest;
}

/** Another file list, another version in it, and so on. */
interface Changes {
  readonly node?: string;
  readonly manifest?: Partial<ReleaseManifest>;
  /** Of the archive, beside or in place of the folder's. */
  readonly tar?: readonly string[];
}

/** A release as `npm run release` makes it, of three small files: its program says its version and ends. */
export function smallRelease(
  folder: string,
  version: string,
  maker: Maker,
  changes: Changes = {},
): SmallRelease {
  const title = `titian-${version}-${platformName()}`;
  const app = path.join(folder, "made", title);
  mkdirSync(path.join(app, "lib"), { recursive: true });
  writeFileSync(path.join(app, "node"), changes.node ?? `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  writeFileSync(path.join(app, "package.json"), JSON.stringify({ version, type: "module" }));
  writeFileSync(path.join(app, "lib/titian.mjs"), "export {};\n");

  const out = path.join(folder, "released");
  mkdirSync(out, { recursive: true });
  const archive = path.join(out, `${title}.tar.gz`);
  const argv = ["-czf", archive, ...(changes.tar ?? []), title];
  const packed = spawnSync("tar", argv, { cwd: path.dirname(app), encoding: "utf8" });
  if (packed.status !== 0) throw new Error(packed.stderr);
  const manifest: ReleaseManifest = {
    ...{ product: "titian", version, replaces: "0.1.0", storeSchema: 1_000 },
    releasedAt: "2026-11-27T00:00:00.000Z",
    platforms: { [platformName()]: platformRelease(app, archive) },
    ...changes.manifest,
  };
  writeManifest(out, manifest, [maker.privateKey]);
  return { folder: out, archive, manifest };
}
