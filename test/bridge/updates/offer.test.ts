import { createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { platformName } from "../../../service-install/versions/files-check.ts";
import type { ReleaseManifest } from "../../../service-install/versions/manifest.ts";
import { pointerOf, takenBack } from "../../../service-install/versions/pointer.ts";
import { idOf, sealManifest } from "../../../service-install/versions/signature.ts";
import { bestOffer, type Desk } from "../../../src/bridge/updates/offer.ts";
import { folderSource } from "../../../src/bridge/updates/source.ts";
import { newMaker } from "../../harness/signed-version.ts";

const maker = newMaker();
const key = createPublicKey(maker.publicPem);
const source = folderSource("/nowhere");
const desk: Desk = {
  ...{ running: "0.2.0", storeSchema: 23, pointer: pointerOf("0.2.0") },
  keys: [{ id: idOf(key), key }],
};
const release = { file: "titian.tar.gz", size: 9, sha256: "b".repeat(64), files: [] };

const signed = (version: string, changes: Partial<ReleaseManifest> = {}, by = maker): string =>
  sealManifest(
    {
      ...{ product: "titian", version, replaces: "0.1.0", storeSchema: 24 },
      ...{ releasedAt: "2026-11-27T00:00:00.000Z", platforms: { [platformName()]: release } },
      ...changes,
    },
    [by.privateKey],
  );
const best = (texts: readonly string[], on = desk) => {
  const { offer, refused } = bestOffer(texts, source, on);
  return offer?.manifest.version ?? refused;
};

describe("what a desk is offered", () => {
  it("is the newest of what lies there", () => {
    expect(best([signed("0.3.0"), signed("0.10.0"), signed("0.4.0")])).toBe("0.10.0");
  });

  it("is nothing where nothing lies", () => {
    expect(best([])).toBeUndefined();
  });

  it("is nothing older, and not the same again", () => {
    expect(best([signed("0.2.0")])).toBe("UPDATE_NOT_NEWER");
    expect(best([signed("0.1.0")])).toBe("UPDATE_NOT_NEWER");
  });

  it("is nothing that a stranger signed, however new, and an honest one beside it", () => {
    expect(best([signed("9.0.0", {}, newMaker())])).toBe("UPDATE_UNTRUSTED");
    expect(best([signed("9.0.0", {}, newMaker()), signed("0.3.0")])).toBe("0.3.0");
    expect(best([signed("9.0.0", {}, newMaker()), signed("0.2.0")])).toBe("UPDATE_UNTRUSTED");
  });

  it("is no version that was left behind here, and the one before it where there is one", () => {
    const burnt = takenBack({ current: "0.5.0", failed: [] }, "0.2.0", "2026-11-27T00:00:00.000Z");
    const careful = { ...desk, pointer: burnt };
    expect(best([signed("0.5.0")], careful)).toBe("UPDATE_RULED_OUT");
    expect(best([signed("0.5.0"), signed("0.4.0")], careful)).toBe("0.4.0");
    expect(best([signed("0.5.1")], careful)).toBe("0.5.1");
  });

  it("is nothing that wants a version in between first", () => {
    expect(best([signed("0.9.0", { replaces: "0.5.0" })])).toBe("UPDATE_TOO_FAR");
    expect(best([signed("0.9.0", { replaces: "0.5.0" }), signed("0.5.0")])).toBe("0.5.0");
  });

  it("is nothing that could not open this desk's store, and nothing for another kind of machine", () => {
    expect(best([signed("0.3.0", { storeSchema: 22 })])).toBe("UPDATE_UNUSABLE");
    expect(best([signed("0.3.0", { platforms: { "sunos-x64": release } })])).toBe("UPDATE_UNUSABLE");
  });
});
