import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { PlatformRelease } from "../versions/manifest.ts";
import { makeApp } from "./app-folder.ts";
import { makeArchive } from "./archive.ts";
import { makeDebian } from "./debian.ts";
import { evenOut } from "./even-out.ts";
import { LockedPackages } from "./locked-packages.ts";
import { bomOf, licencesOf } from "./parts-list.ts";
import { PLATFORMS, type Platform } from "./platforms.ts";
import { runTool } from "./run-tool.ts";
import { makeSetup } from "./setup-program.ts";
import { platformRelease, putPublicKeys, signingKeys, signRelease } from "./signing.ts";

const { values } = parseArgs({
  options: {
    platform: { type: "string", multiple: true },
    out: { type: "string", default: "dist" },
    /** Files of private keys; without one nothing is signed, and no desk takes it as an update. */
    sign: { type: "string", multiple: true, default: [] },
    /** The oldest version that may be replaced by this one. */
    replaces: { type: "string", default: "0.0.0" },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const wanted = PLATFORMS.filter(({ name }) => values.platform?.includes(name) ?? true);
if (wanted.length === 0) {
  const names = PLATFORMS.map(({ name }) => name).join(" | ");
  say(
    `usage: npm run release [-- --platform <${names}>]... [--out <folder>] [--sign <key.pem>]... [--replaces <version>]`,
  );
  process.exit(64);
}

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
/** Of the commit: two builds of it are the same. */
const seconds = Number(process.env["SOURCE_DATE_EPOCH"] ?? runTool("git", ["log", "-1", "--format=%ct"]));
const keys = signingKeys(values.sign, process.env["RELEASE_KEY_PASSPHRASE"]);
const platforms: Record<string, PlatformRelease> = {};
const out = path.resolve(values.out);
mkdirSync(out, { recursive: true });
const work = mkdtempSync(path.join(os.tmpdir(), "titian-release-"));
try {
  for (const platform of wanted) await release(platform);
} finally {
  rmSync(work, { recursive: true, force: true });
}
const { replaces } = values;
if (keys.length > 0) signRelease({ out, version, replaces, seconds, platforms, keys });
writeChecksums();

async function release(platform: Platform): Promise<void> {
  const title = `titian-${version}-${platform.name}`;
  const packages = LockedPackages.install(platform, path.join(work, `${platform.name}-packages`));
  const app = path.join(work, title);
  const parts = await makeApp(platform, packages, app);
  writeFileSync(
    path.join(app, "bom.json"),
    `${JSON.stringify(bomOf(version, parts, packages), undefined, 2)}\n`,
  );
  writeFileSync(path.join(app, "LICENCES.txt"), licencesOf(parts, packages));
  putPublicKeys(app, keys);
  evenOut(app, seconds);

  const archive = path.join(out, `${title}.tar.gz`);
  makeArchive({ app, file: archive, seconds });
  platforms[platform.name] = platformRelease(app, archive);
  if (platform.os === "win32") {
    makeSetup({ app, version, work, file: path.join(out, "TitianSetup.exe"), seconds });
  }
  if (platform.debian) {
    const file = path.join(out, `titian_${version}_${platform.debian}.deb`);
    const tree = path.join(work, `${platform.name}-tree`);
    mkdirSync(tree);
    makeDebian({ app, version, architecture: platform.debian, tree, file, seconds });
  }
}

/** Of everything in the folder, as `sha256sum --check` reads it. */
function writeChecksums(): void {
  const files = readdirSync(out).filter(
    (name) => /^titian/i.test(name) && statSync(path.join(out, name)).isFile(),
  );
  const lines = files.toSorted().map((name) => {
    const bytes = readFileSync(path.join(out, name));
    say(`${(bytes.length / 1_000_000).toFixed(1).padStart(7)} MB  ${name}`);
    return `${createHash("sha256").update(bytes).digest("hex")}  ${name}`;
  });
  writeFileSync(path.join(out, "SHA256SUMS"), `${lines.join("\n")}\n`);
}
