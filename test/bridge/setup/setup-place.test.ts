import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { isWritable } from "../../../src/bridge/setup/setup-place.ts";

function place(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-place-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe("whether titian.toml may be written there", () => {
  it("is asked without making anything", () => {
    const folder = place();
    expect(isWritable(path.join(folder, "etc", "titian", "titian.toml"))).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is no where its folder cannot be one", () => {
    const folder = place();
    writeFileSync(path.join(folder, "etc"), "");
    expect(isWritable(path.join(folder, "etc", "titian", "titian.toml"))).toBe(false);
  });
});
