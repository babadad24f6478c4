import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReleaseManifest } from "../../../service-install/versions/manifest.ts";
import { keysIn, openManifest, sealManifest } from "../../../service-install/versions/signature.ts";
import { newMaker } from "../../harness/signed-version.ts";

const maker = newMaker();
const stranger = newMaker();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-keys-"));
  writeFileSync(path.join(folder, "maker.pem"), maker.publicPem);
});
afterEach(() => rmSync(folder, { recursive: true }));

const FILE = { path: "lib/titian.mjs", size: 3, sha256: "a".repeat(64) };
const manifest: ReleaseManifest = {
  ...{ product: "titian", version: "0.2.0", replaces: "0.1.0", storeSchema: 23 },
  releasedAt: "2026-11-27T00:00:00.000Z",
  platforms: { "linux-x64": { file: "titian.tar.gz", size: 9, sha256: "b".repeat(64), files: [FILE] } },
};
const keys = () => keysIn([folder, path.join(folder, "absent")]);
const withFile = (file: object): ReleaseManifest => ({
  ...manifest,
  platforms: {
    "linux-x64": { file: "titian.tar.gz", size: 9, sha256: "b".repeat(64), files: [{ ...FILE, ...file }] },
  },
});

describe("a signed manifest", () => {
  it("opens with the key of its maker, to what was signed", () => {
    expect(openManifest(sealManifest(manifest, [maker.privateKey]), keys())).toEqual({ manifest });
  });

  it("opens with either key while a maker changes keys", () => {
    const both = sealManifest(manifest, [stranger.privateKey, maker.privateKey]);
    expect(openManifest(both, keys())).toEqual({ manifest });
  });

  it("does not open with another's key, nor with none", () => {
    const sealed = sealManifest(manifest, [stranger.privateKey]);
    expect(openManifest(sealed, keys())).toEqual({ refused: "untrusted" });
    expect(openManifest(sealManifest(manifest, [maker.privateKey]), [])).toEqual({ refused: "untrusted" });
    expect(openManifest(sealManifest(manifest, []), keys())).toEqual({ refused: "untrusted" });
  });

  it("does not open when one letter of it was changed, or a stranger claims the maker's name", () => {
    const sealed = JSON.parse(sealManifest(manifest, [maker.privateKey]));
    const changed = Buffer.from(sealed.payload, "base64").toString().replace("0.2.0", "0.3.0");
    const tampered = { ...sealed, payload: Buffer.from(changed).toString("base64") };
    expect(openManifest(JSON.stringify(tampered), keys())).toEqual({ refused: "untrusted" });

    const theirs = JSON.parse(sealManifest(manifest, [stranger.privateKey]));
    theirs.signatures[0].key = sealed.signatures[0].key;
    expect(openManifest(JSON.stringify(theirs), keys())).toEqual({ refused: "untrusted" });
  });

  it.each(["", "null", "[]", "{", '{"payload":"","signatures":[null]}', '{"payload":7,"signatures":[]}'])(
    "is not %j",
    (text) => expect(openManifest(text, keys())).toEqual({ refused: "untrusted" }),
  );

  it.each([
    ["climbs out of its folder", { path: "../titian.mjs" }],
    ["climbs out in the middle", { path: "lib/../../titian.mjs" }],
    ["is absolute", { path: "/etc/passwd" }],
    ["has a drive", { path: "c:/titian.mjs" }],
    ["has Windows' separators", { path: "lib\\titian.mjs" }],
    ["ends in what Windows drops", { path: "lib/titian.mjs." }],
    ["is a device on Windows", { path: "lib/nul.txt" }],
    ["is larger than any Titian", { size: 2_000_000_000 }],
    ["has no hash", { sha256: "x" }],
  ])("is refused when a file of it %s, whoever signed it", (_what, file) => {
    const sealed = sealManifest(withFile(file), [maker.privateKey]);
    expect(openManifest(sealed, keys())).toEqual({ refused: "unknown-shape" });
  });

  it("is refused when two files of it are one on Windows", () => {
    const { file, size, sha256 } = manifest.platforms["linux-x64"] as NonNullable<
      (typeof manifest.platforms)[string]
    >;
    const files = [FILE, { ...FILE, path: "lib/Titian.mjs" }];
    const sealed = sealManifest({ ...manifest, platforms: { x: { file, size, sha256, files } } }, [
      maker.privateKey,
    ]);
    expect(openManifest(sealed, keys())).toEqual({ refused: "unknown-shape" });
  });

  it("takes no key of another kind", () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
    writeFileSync(path.join(folder, "rsa.pem"), rsa.export({ type: "spki", format: "pem" }));
    writeFileSync(path.join(folder, "torn.pem"), "-----BEGIN PUBLIC KEY-----");
    expect(keys()).toHaveLength(1);
  });
});
