import { describe, expect, it } from "vitest";
import { standardsList, standardsShow } from "../../../src/bridge/cli/standards.ts";
import { storedStandards } from "../../../src/bridge/cli/stored-standards.ts";
import { ConfigError } from "../../../src/kernel/schema.ts";

const shipped = storedStandards(undefined);

describe("titian standards", () => {
  it("lists the five that ship, with the promise as published", () => {
    const { standards } = JSON.parse(standardsList(shipped, { json: true }));

    expect(standards).toHaveLength(5);
    expect(standardsList(shipped, { json: false })).toContain("id.sidoarjo.kta-dan-kta-online");
  });

  it("shows one with its steps and with what does not add up", () => {
    const shown = standardsShow(shipped, "id.sidoarjo.kta-dan-kta-online", { json: false });

    expect(shown).toMatch(/Langkah \/ steps[\s\S]*1\. /);
    expect(shown).toMatch(/tidak cocok[\s\S]*\[(info|warn|error|privacy)\]/);
    expect(JSON.parse(standardsShow(shipped, "id.lebak.pembuatan-kta", { json: true })).id).toBe(
      "id.lebak.pembuatan-kta",
    );
  });

  it("names the ones there are when the id is wrong", () => {
    expect(() => standardsShow(shipped, "id.nowhere", { json: false })).toThrow(ConfigError);
    expect(() => standardsShow(shipped, "id.nowhere", { json: false })).toThrow(/id\.lebak\.pembuatan-kta/);
  });
});
