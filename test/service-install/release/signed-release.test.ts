import { spawnSync } from "node:child_process";
import type { KeyObject } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeArchive } from "../../../service-install/release/archive.ts";
import { evenOut } from "../../../service-install/release/even-out.ts";
import {
  platformRelease,
  putPublicKeys,
  signingKeys,
  signRelease,
  storeSchema,
  writeManifest,
} from "../../../service-install/release/signing.ts";
import { damageOf, platformName } from "../../../service-install/versions/files-check.ts";
import type { ListedFile, PlatformRelease } from "../../../service-install/versions/manifest.ts";
import { pointerOf } from "../../../service-install/versions/pointer.ts";
import { keysIn } from "../../../service-install/versions/signature.ts";
import { bestOffer } from "../../../src/bridge/updates/offer.ts";
import { sourceOf } from "../../../src/bridge/updates/source.ts";
import { stage } from "../../../src/bridge/updates/stage.ts";
import { TitianError } from "../../../src/kernel/errors.ts";

const never = new AbortController().signal;
/** 2026-11-26. */
const SECONDS = 1_795_651_200;

let folder: string;
/** The key that `npm run release:key` has made. */
let key: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-signed-"));
  key = keyOf("maker");
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]): string => path.join(folder, ...names);

function keyOf(name: string): string {
  const argv = ["service-install/release/make-key.ts", at(`${name}.pem`)];
  const made = spawnSync(process.execPath, argv, { env: { PATH: process.env["PATH"] }, encoding: "utf8" });
  expect(made.stderr).toBe("");
  return at(`${name}.pem`);
}

/** What `npm run release` would put into the folder of that version, in three files. */
function builtApp(version: string, keys: readonly KeyObject[], under = "work"): string {
  const app = at(under, `titian-${version}-${platformName()}`);
  mkdirSync(path.join(app, "lib"), { recursive: true });
  writeFileSync(path.join(app, "node"), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  writeFileSync(path.join(app, "package.json"), JSON.stringify({ version, type: "module" }));
  writeFileSync(path.join(app, "lib/titian.mjs"), "export {};\n");
  putPublicKeys(app, keys);
  evenOut(app, SECONDS);
  return app;
}

interface Wishes {
  readonly signedWith?: string;
  readonly platform?: string;
  /** Before the archive is made, when the list of its files already is. */
  readonly meanwhile?: (app: string) => void;
}

/** `npm run release -- --sign`, but for what takes minutes in it. Returns the folder that a library serves. */
function released(version: string, wishes: Wishes = {}): string {
  const { signedWith = key, platform = platformName(), meanwhile } = wishes;
  const keys = signingKeys([signedWith], undefined);
  const app = builtApp(version, keys);
  const out = at(`out-${version}`);
  mkdirSync(out, { recursive: true });
  const archive = path.join(out, `${path.basename(app)}.tar.gz`);
  makeArchive({ app, file: archive, seconds: SECONDS });
  const { files } = platformRelease(app, archive);
  if (meanwhile) {
    meanwhile(app);
    makeArchive({ app, file: archive, seconds: SECONDS });
  }
  const platforms = { [platform]: { ...platformRelease(app, archive), files } };
  signRelease({ out, version, replaces: "0.1.0", seconds: SECONDS, platforms, keys });
  return out;
}

/** A desk of 0.1.0, whose package was signed with the maker's key, looks there and takes what it may. */
async function takenFrom(out: string): Promise<string> {
  const versions = at("versions");
  const keys = keysIn([
    path.join(builtApp("0.1.0", signingKeys([key], undefined), "installed"), "update-keys"),
  ]);
  const source = sourceOf(out);
  const desk = { running: "0.1.0", storeSchema: storeSchema(), pointer: pointerOf("0.1.0"), keys };
  mkdirSync(versions, { recursive: true });
  try {
    const { offer, refused } = bestOffer(await source.manifests(never), source, desk);
    if (!offer) return refused ?? "nothing";
    await stage(offer, { versions, keys, onProgress: () => undefined }, never);
    const { version } = offer.manifest;
    expect(await damageOf(path.join(versions, version), version, keys)).toBeUndefined();
    return version;
  } catch (error) {
    return TitianError.from(error).code;
  }
}

const manifestsIn = (out: string): readonly string[] =>
  readdirSync(out)
    .filter((name) => name.endsWith(".update.json"))
    .map((name) => path.join(out, name));
const archiveIn = (out: string): string =>
  path.join(out, readdirSync(out).find((name) => name.endsWith(".tar.gz")) ?? "");

function changeByte(file: string, where: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(where) ^ 1, where);
  writeFileSync(file, bytes);
}

function changeManifests(out: string, where: (bytes: number) => number): void {
  for (const file of manifestsIn(out)) changeByte(file, where(readFileSync(file).length));
}

/** As whoever has the key would sign it, past the release's own look at it. */
function signAnyway(out: string, changed: (release: PlatformRelease) => PlatformRelease): void {
  const keys = signingKeys([key], undefined);
  const { payload } = JSON.parse(readFileSync(path.join(out, "titian.update.json"), "utf8"));
  const manifest = JSON.parse(Buffer.from(payload, "base64").toString());
  const release = changed(manifest.platforms[platformName()]);
  writeManifest(out, { ...manifest, platforms: { [platformName()]: release } }, keys);
}

const LONG = `lib/${"x".repeat(240)}.mjs`;

describe("a release that was signed with a key of `npm run release:key`", () => {
  it("is taken by a desk whose package has that key, with each file as it was built, and its program runs", async () => {
    expect(await takenFrom(released("0.2.0"))).toBe("0.2.0");
    const staged = at("versions/0.2.0");
    for (const name of ["node", "package.json", "lib/titian.mjs"])
      expect(readFileSync(path.join(staged, name))).toEqual(
        readFileSync(at("work", `titian-0.2.0-${platformName()}`, name)),
      );
    // And the next is believed for the key that came with this one.
    expect(readdirSync(path.join(staged, "update-keys"))).toHaveLength(1);
  });

  it("is the same archive, byte for byte, when it is made again", () => {
    const first = readFileSync(archiveIn(released("0.2.0")));
    rmSync(at("out-0.2.0"), { recursive: true });
    rmSync(at("work"), { recursive: true });
    expect(readFileSync(archiveIn(released("0.2.0")))).toEqual(first);
  });

  const harms: readonly (readonly [string, string, () => string])[] = [
    [
      "has another byte in its archive",
      "UPDATE_DAMAGED",
      () => harmed(released("0.2.0"), (out) => changeByte(archiveIn(out), 60)),
    ],
    [
      "has another byte in what was signed",
      "UPDATE_UNTRUSTED",
      () => harmed(released("0.2.0"), (out) => changeManifests(out, () => 100)),
    ],
    [
      "has another byte in its signature",
      "UPDATE_UNTRUSTED",
      () => harmed(released("0.2.0"), (out) => changeManifests(out, (bytes) => bytes - 20)),
    ],
    [
      "was signed with another key",
      "UPDATE_UNTRUSTED",
      () => released("0.2.0", { signedWith: keyOf("stranger") }),
    ],
    ["is older", "UPDATE_NOT_NEWER", () => released("0.0.9")],
    ["is the same again", "UPDATE_NOT_NEWER", () => released("0.1.0")],
    ["is for another platform", "UPDATE_UNUSABLE", () => released("0.2.0", { platform: "sunos-x64" })],
    [
      "lacks a file that is listed",
      "UPDATE_DAMAGED",
      () => released("0.2.0", { meanwhile: (app) => rmSync(path.join(app, "lib/titian.mjs")) }),
    ],
    [
      "has a file that is not listed",
      "UPDATE_DAMAGED",
      () => released("0.2.0", { meanwhile: (app) => writeFileSync(path.join(app, "lib/more.mjs"), "") }),
    ],
    [
      "has a file under a longer path than the listed one",
      "UPDATE_DAMAGED",
      () =>
        released("0.2.0", {
          meanwhile(app) {
            mkdirSync(path.join(app, "lib/further"));
            cpSync(path.join(app, "lib/titian.mjs"), path.join(app, "lib/further/titian.mjs"));
            rmSync(path.join(app, "lib/titian.mjs"));
          },
        }),
    ],
    [
      "lists a path that no disk would take, whoever signed it",
      "UPDATE_UNUSABLE",
      () =>
        harmed(released("0.2.0"), (out) =>
          signAnyway(out, ({ files, ...rest }) => ({
            ...rest,
            files: [...files, { ...(files[0] as ListedFile), path: LONG }],
          })),
        ),
    ],
    [
      "lists a file with another content, whoever signed it",
      "UPDATE_DAMAGED",
      () =>
        harmed(released("0.2.0"), (out) =>
          signAnyway(out, ({ files, ...rest }) => ({
            ...rest,
            files: files.map((file) => ({ ...file, sha256: "0".repeat(64) })),
          })),
        ),
    ],
    [
      "has lost its archive",
      "UPDATE_SOURCE_AWAY",
      () => harmed(released("0.2.0"), (out) => rmSync(archiveIn(out))),
    ],
  ];
  it.each(harms)("is refused when it %s, and leaves nothing", async (_what, code, out) => {
    expect(await takenFrom(out())).toBe(code);
    expect(readdirSync(at("versions"))).toEqual([]);
  });

  it("is not even signed where no desk would take it", () => {
    const file = { path: LONG, size: 1, sha256: "0".repeat(64) };
    const release = { file: "titian.tar.gz", size: 1, sha256: "0".repeat(64), files: [file] };
    const keys = signingKeys([key], undefined);
    const about = { version: "0.2.0", replaces: "0.1.0", seconds: SECONDS, keys };
    expect(() => signRelease({ out: folder, ...about, platforms: { [platformName()]: release } })).toThrow(
      /nothing that a desk would take/,
    );
    expect(manifestsIn(folder)).toEqual([]);
  });
});

function harmed(out: string, harm: (out: string) => void): string {
  harm(out);
  return out;
}
