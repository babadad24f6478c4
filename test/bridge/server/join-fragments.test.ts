import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinFragments } from "../../../src/bridge/server/join-fragments.ts";

describe("a binary message in pieces", () => {
  it("is all of them in their order, however it was cut", () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, (cut) => {
        const expected = cut.flatMap((piece) => [...piece]);
        expect([...joinFragments(cut.map((piece) => Buffer.from(piece)))]).toEqual(expected);
      }),
    );
  });

  it("frees each piece that has its memory to itself, and copies none that came alone", () => {
    const pieces = [Buffer.allocUnsafeSlow(9), Buffer.allocUnsafeSlow(9)];
    expect(joinFragments(pieces)).toHaveLength(18);
    expect(pieces.map(({ length }) => length)).toEqual([0, 0]);
    const alone = Buffer.allocUnsafeSlow(9);
    expect(joinFragments([alone])).toBe(alone);
  });

  it("leaves what came after it in the same read untouched", () => {
    const read = Buffer.from("piecenext message");
    const next = read.subarray(5);
    expect(joinFragments([read.subarray(0, 5), Buffer.from("!")]).toString()).toBe("piece!");
    expect(next.toString()).toBe("next message");
  });
});
