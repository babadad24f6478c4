import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeApp } from "../../../service-install/release/app-folder.ts";
import { LockedPackages } from "../../../service-install/release/locked-packages.ts";
import { platformOf } from "../../../service-install/release/platforms.ts";
import {
  platformRelease,
  putPublicKeys,
  storeSchema,
  writeManifest,
} from "../../../service-install/release/signing.ts";
import { platformName } from "../../../service-install/versions/files-check.ts";
import type { Maker } from "../../harness/signed-version.ts";

/** One build of this tree as two releases: the package that is installed, and what comes after it. */
export class Releases {
  readonly #folder: string;
  readonly #maker: Maker;

  constructor(folder: string, maker: Maker) {
    this.#folder = folder;
    this.#maker = maker;
  }

  /** As a package puts it, with its makers' key. */
  get package(): string {
    return path.join(this.#folder, "package");
  }

  async build(): Promise<void> {
    await makeApp(platformOf("linux-x64"), new LockedPackages("."), this.package);
    putPublicKeys(this.package, [this.#maker.privateKey]);
  }

  /** The same files under another version's name. Returns the folder that a library would serve. */
  next(version: string, by = this.#maker): string {
    const app = this.#appOf(version);
    // 200 MB that nobody writes to are not worth copying.
    run("cp", ["--archive", "--link", this.package, app]);
    rmSync(path.join(app, "package.json"));
    writeFileSync(path.join(app, "package.json"), this.#manifestOf(version));
    return this.#publish(version, app, storeSchema(), by);
  }

  /**
   * A version that says its name when it is asked, and as a service does what `script` does to the store, and ends. `node`: where
   * it finds one on the desk.
   */
  failing(version: string, script: string, node = path.join(this.package, "node")): string {
    const app = this.#appOf(version);
    mkdirSync(path.join(app, "lib"), { recursive: true });
    writeFileSync(path.join(app, "package.json"), this.#manifestOf(version));
    writeFileSync(
      path.join(app, "lib/titian.mjs"),
      `${SAYS_VERSION(version)}\n${script}\nprocess.exit(70);\n`,
    );
    writeFileSync(path.join(app, "node"), `#!/bin/sh\nexec ${node} "$@"\n`, { mode: 0o755 });
    return this.#publish(version, app, storeSchema() + 1, this.#maker);
  }

  /** This tree's whole Titian, which works until somebody makes `file`, and from then on blocks its event loop once it serves. */
  blockedBy(file: string, version: string): string {
    const app = this.#appOf(version);
    run("cp", ["--archive", "--link", this.package, app]);
    for (const name of ["package.json", "lib/titian.mjs"]) rmSync(path.join(app, name));
    writeFileSync(path.join(app, "package.json"), this.#manifestOf(version));
    const bundle = readFileSync(path.join(this.package, "lib/titian.mjs"), "utf8");
    const firstLine = bundle.startsWith("#!") ? bundle.indexOf("\n") + 1 : 0;
    const changed = `${bundle.slice(0, firstLine)}${BLOCKS_ONCE(file)}${bundle.slice(firstLine)}`;
    writeFileSync(path.join(app, "lib/titian.mjs"), changed);
    return this.#publish(version, app, storeSchema(), this.#maker);
  }

  /** A copy of a published folder, for whoever harms it. */
  copyOf(released: string, name: string): string {
    const copy = path.join(this.#folder, "copies", name);
    cpSync(released, copy, { recursive: true });
    return copy;
  }

  #appOf(version: string): string {
    const made = path.join(this.#folder, "made");
    mkdirSync(made, { recursive: true });
    return path.join(made, `titian-${version}-${platformName()}`);
  }

  #manifestOf(version: string): string {
    const own = JSON.parse(readFileSync(path.join(this.package, "package.json"), "utf8"));
    return JSON.stringify({ ...own, version });
  }

  #publish(version: string, app: string, schema: number, by: Maker): string {
    const out = path.join(this.#folder, "released", `${version}-${this.#count++}`);
    mkdirSync(out, { recursive: true });
    const archive = path.join(out, `${path.basename(app)}.tar.gz`);
    run("tar", [
      "-C",
      path.dirname(app),
      "--use-compress-program=gzip -1",
      "-cf",
      archive,
      path.basename(app),
    ]);
    const releasedAt = "2026-11-27T00:00:00.000Z";
    const platforms = { [platformName()]: platformRelease(app, archive) };
    const manifest = {
      product: "titian",
      version,
      replaces: "0.1.0",
      storeSchema: schema,
      releasedAt,
      platforms,
    } as const;
    writeManifest(out, manifest, [by.privateKey]);
    return out;
  }

  #count = 0;
}

/** As a newer version would on its first start, and then is not well. */
export const MIGRATES = `
const { DatabaseSync } = await import("node:sqlite");
const { readFileSync } = await import("node:fs");
const toml = readFileSync(process.argv[process.argv.indexOf("--config") + 1], "utf8");
const folder = /^\\[store\\]\\nfolder = "(.*)"$/m.exec(toml)[1];
const sql = new DatabaseSync(folder + "/titian.sqlite");
sql.exec("CREATE TABLE IF NOT EXISTS of_tomorrow (x)");
sql.exec("PRAGMA user_version = 999");
sql.close();`;

/** Neither ends nor answers, and does not hear that it is asked to. */
export const HANGS = `
process.on("SIGTERM", () => undefined);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;

/** Not before it has said READY: that comes right after its port is open. */
const BLOCKS_ONCE = (file: string): string => `
if (process.argv.includes("run")) {
  const { existsSync: isThere } = await import("node:fs");
  const look = setInterval(async () => {
    const isServing = await fetch("http://127.0.0.1:9700/health").then(() => true, () => false);
    if (!isServing || !isThere(${JSON.stringify(file)})) return;
    clearInterval(look);
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 3000);
  }, 500);
  look.unref();
}
`;

const SAYS_VERSION = (version: string): string => `
import process from "node:process";
if (process.argv.includes("--version")) { console.log("${version}"); process.exit(0); }`;

function run(command: string, args: readonly string[]): void {
  const ran = spawnSync(command, [...args], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`${command}: ${ran.stderr}`);
}
