import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp } from "../../service-install/release/app-folder.ts";
import { STAY_OUTSIDE } from "../../service-install/release/bundle.ts";
import { makeDebian } from "../../service-install/release/debian.ts";
import { evenOut } from "../../service-install/release/even-out.ts";
import { LockedPackages } from "../../service-install/release/locked-packages.ts";
import { machineOf } from "../../service-install/release/machine-code.ts";
import { bomOf, licencesOf } from "../../service-install/release/parts-list.ts";
import { platformOf } from "../../service-install/release/platforms.ts";
import { makeSetup } from "../../service-install/release/setup-program.ts";

const WITHIN_MS = 300_000;
/** 2026-11-26, of every file in an archive. */
const SECONDS = 1_795_651_200;

const linux = platformOf("linux-x64");
/** Of this clone: on this machine they are what the registry would give. */
const packages = new LockedPackages(".");
let folder: string;
let parts: readonly string[];
const app = (): string => path.join(folder, "app");

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-release-"));
  parts = await makeApp(linux, packages, app());
  evenOut(app(), SECONDS);
}, WITHIN_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As on a desk: another folder, no variable of this session, nothing of this clone to be found. */
function titian(...words: string[]): { readonly code: number | null; readonly text: string } {
  const argv = ["--disable-warning=ExperimentalWarning", path.join(app(), "lib/titian.mjs"), ...words];
  const ran = spawnSync(path.join(app(), "node"), argv, {
    ...{
      cwd: "/",
      env: { PATH: "/usr/bin:/bin", HOME: folder, LC_ALL: "C.UTF-8" },
      encoding: "utf8",
      timeout: WITHIN_MS,
    },
  });
  return { code: ran.status, text: `${ran.stdout}${ran.stderr}` };
}

describe("a release", () => {
  it("serves a member from photo to hand-over with nothing beside its own folder", () => {
    const { code, text } = titian("demo", "--self-check");
    expect(text).toContain('"published": "met"');
    expect(code).toBe(0);
  }, 300_000);

  it("brings machine code for its own kind of machine only", () => {
    const prebuilds = path.join(app(), "node_modules/node-hid/prebuilds");
    expect(existsSync(path.join(prebuilds, "HID-linux-x64"))).toBe(true);
    expect(existsSync(path.join(prebuilds, "HID-win32-x64"))).toBe(false);
  });

  it("brings whole packages: each that stays outside of the bundle can be loaded", () => {
    const script = `for (const name of ${JSON.stringify(STAY_OUTSIDE)}) await import(name);`;
    const ran = spawnSync(path.join(app(), "node"), ["--input-type=module", "--eval", script], {
      ...{ cwd: app(), env: {}, encoding: "utf8", timeout: WITHIN_MS },
    });
    expect(`${ran.stderr}`).toBe("");
    expect(ran.status).toBe(0);
  });

  it("lists each part with its version, and passes on each licence", () => {
    for (const name of ["fastify", "knex", "@napi-rs/canvas", "serialport", "zxing-wasm"])
      expect(parts).toContain(name);
    const bom = JSON.stringify(bomOf("0.1.0", parts, packages));
    expect(bom).toContain(`pkg:npm/%40napi-rs/canvas@${packages.manifest("@napi-rs/canvas").version}`);
    expect(licencesOf(parts, packages)).toContain("Apache License");
  });

  it("is the same package, byte for byte, when it is built again", () => {
    const hashes = ["first", "second"].map((name) => {
      const tree = path.join(folder, name);
      mkdirSync(tree);
      const file = `${tree}.deb`;
      makeDebian({ app: app(), version: "0.1.0", architecture: "amd64", tree, file, seconds: SECONDS });
      return createHash("sha256").update(readFileSync(file)).digest("hex");
    });
    expect(hashes[1]).toBe(hashes[0]);
    const listed = spawnSync("dpkg-deb", ["--contents", path.join(folder, "first.deb")], {
      encoding: "utf8",
    }).stdout;
    expect(listed).toContain("./usr/lib/titian/lib/titian.mjs");
    expect(listed).toContain("./usr/bin/titian -> /usr/lib/titian/titian");
    for (const paper of ["copyright", "changelog.gz", "docs -> /usr/lib/titian/docs"])
      expect(listed).toContain(`./usr/share/doc/titian/${paper}`);
    expect(listed).toContain("./usr/lib/titian/docs/technician/en-many-desks.md");
    expect(listed).not.toMatch(/ (?!root\/root)\S+\/\S+ +\d+ 20/);
  }, 300_000);

  it("says in its package how large it is, under which licence, what every file sums up to, and what the command does", () => {
    const tree = path.join(folder, "papers");
    mkdirSync(tree);
    const file = `${tree}.deb`;
    makeDebian({ app: app(), version: "0.1.0", architecture: "amd64", tree, file, seconds: SECONDS });
    const show = (...argv: string[]): string => spawnSync("dpkg-deb", argv, { encoding: "utf8" }).stdout;
    expect(Number(show("--field", file, "Installed-Size"))).toBeGreaterThan(100_000);
    const unpacked = path.join(folder, "unpacked");
    expect(spawnSync("dpkg-deb", ["--raw-extract", file, unpacked]).status).toBe(0);
    const sums = path.join(unpacked, "DEBIAN/md5sums");
    const checked = spawnSync("md5sum", ["--check", "--quiet", sums], { cwd: unpacked, encoding: "utf8" });
    expect(checked).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(path.join(unpacked, "usr/share/doc/titian/copyright"), "utf8")).toContain(
      "License: MIT\n MIT License\n .\n Copyright (c) 2026",
    );
    const page = path.join(unpacked, "usr/share/man/man1/titian.1.gz");
    const man = spawnSync("gzip", ["--decompress", "--stdout", page], { encoding: "utf8" }).stdout;
    for (const command of ["config import", "update rollback", "privacy erase"])
      expect(man).toContain(`titian ${command}`);
  }, 300_000);
});

describe("the setup program for Windows", () => {
  it("is the same, byte for byte, when it is built again of the same files", () => {
    const files = { "node.exe": "MZ", "lib/titian.mjs": "export {};\n", "service-install/install.ts": "" };
    const hashes = ["first", "second"].map((name) => {
      const work = path.join(folder, `setup-${name}`);
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(work, "app", file)), { recursive: true });
        writeFileSync(path.join(work, "app", file), content);
      }
      const file = path.join(work, "TitianSetup.exe");
      makeSetup({ app: path.join(work, "app"), version: "0.1.0", work, file, seconds: SECONDS });
      const bytes = readFileSync(file);
      expect(machineOf(bytes)).toBe("win32-x64");
      return createHash("sha256").update(bytes).digest("hex");
    });
    expect(hashes[1]).toBe(hashes[0]);
  }, 300_000);
});
