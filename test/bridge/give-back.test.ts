import { describe, expect, it } from "vitest";
import { giveBack } from "../../src/bridge/give-back.ts";

const MIB = 1024 * 1024;
const arrayBytes = (): number => process.memoryUsage().arrayBuffers;

describe("bytes that nobody reads again", () => {
  it("are free at once, without a collection", () => {
    const bytes = Buffer.allocUnsafeSlow(64 * MIB);
    const before = arrayBytes();
    giveBack(bytes);
    expect(before - arrayBytes()).toBeGreaterThan(60 * MIB);
    expect(bytes).toHaveLength(0);
  });

  it("are free with the head that stood before them", () => {
    const bytes = new Uint8Array(MIB).subarray(16);
    giveBack(bytes, 16);
    expect(bytes).toHaveLength(0);
  });

  it.each([
    ["after", new Uint8Array(MIB).subarray(0, MIB - 1), 0],
    ["before", new Uint8Array(MIB).subarray(1), 0],
    ["before the head", new Uint8Array(MIB).subarray(17), 16],
    ["all around", Buffer.from("of the pool that small buffers share"), 0],
  ])("stay where others share their memory: %s", (_where, bytes, headBytes) => {
    const { length } = bytes;
    giveBack(bytes, headBytes);
    expect(bytes).toHaveLength(length);
  });
});
