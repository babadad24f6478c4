import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  NEWEST,
  platformRelease,
  putPublicKeys,
  signingKeys,
  storeSchema,
  writeManifest,
} from "../../../service-install/release/signing.ts";
import { keysIn, openManifest } from "../../../service-install/versions/signature.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-signing-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]): string => path.join(folder, ...names);

function makeKey(passphrase?: string): string {
  const env = { PATH: process.env["PATH"], ...(passphrase && { RELEASE_KEY_PASSPHRASE: passphrase }) };
  const argv = ["service-install/release/make-key.ts", at("maker.pem")];
  const made = spawnSync(process.execPath, argv, { env, encoding: "utf8" });
  expect(made.stderr).toBe("");
  return at("maker.pem");
}

describe("signing a release", () => {
  it("lets a desk that has the release open the manifest of the next, with each file as it is", () => {
    const keys = signingKeys([makeKey()], undefined);
    mkdirSync(at("app/lib"), { recursive: true });
    writeFileSync(at("app/node"), "program");
    chmodSync(at("app/node"), 0o755);
    writeFileSync(at("app/lib/titian.mjs"), "export {};");
    putPublicKeys(at("app"), keys);
    writeFileSync(at("titian-0.2.0-linux-x64.tar.gz"), "archive");
    const release = platformRelease(at("app"), at("titian-0.2.0-linux-x64.tar.gz"));
    const manifest = {
      ...({ product: "titian", version: "0.2.0", replaces: "0.1.0" } as const),
      ...{
        storeSchema: storeSchema(),
        releasedAt: "2026-11-27T00:00:00.000Z",
        platforms: { "linux-x64": release },
      },
    };
    writeManifest(folder, manifest, keys);

    const opened = openManifest(readFileSync(at(NEWEST), "utf8"), keysIn([at("app/update-keys")]));
    expect(opened).toEqual({ manifest });
    expect(readFileSync(at("titian-0.2.0.update.json"))).toEqual(readFileSync(at(NEWEST)));
    expect(release).toMatchObject({ file: "titian-0.2.0-linux-x64.tar.gz", size: 7 });
    expect(release.files.map(({ path: name, executable }) => [name, executable])).toEqual([
      ["lib/titian.mjs", undefined],
      ["node", true],
      [expect.stringMatching(/^update-keys\/[0-9a-f]{16}\.pem$/), undefined],
    ]);
  });

  it("makes a key that only its owner reads, and never writes over one", () => {
    const file = makeKey();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, "utf8");
    const again = spawnSync(process.execPath, ["service-install/release/make-key.ts", file]);
    expect(again.status).not.toBe(0);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("opens an encrypted key with its passphrase alone", () => {
    const file = makeKey("jembatan kecil di atas kali");
    expect(readFileSync(file, "utf8")).toContain("ENCRYPTED");
    expect(signingKeys([file], "jembatan kecil di atas kali")).toHaveLength(1);
    expect(() => signingKeys([file], "jembatan")).toThrow(/RELEASE_KEY_PASSPHRASE/);
  });

  it("refuses a key of another kind, and puts no folder of keys into a release that nobody signs", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(at("rsa.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(() => signingKeys([at("rsa.pem")], undefined)).toThrow(/no Ed25519 key/);
    putPublicKeys(folder, []);
    expect(readdirSync(folder)).toEqual(["rsa.pem"]);
  });
});
