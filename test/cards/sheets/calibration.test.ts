import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CROSSES, type Measured, profileOf, TRUE_TO_SIZE } from "../../../src/cards/sheets/calibration.ts";
import { TitianError } from "../../../src/kernel/errors.ts";

/** A printer that shifts and scales everything about the paper's corner. */
const printed = (shiftX: number, shiftY: number, scaleX: number, scaleY: number): Measured => ({
  leftMm: shiftX + CROSSES.leftMm * scaleX,
  topMm: shiftY + CROSSES.topMm * scaleY,
  acrossMm: (CROSSES.rightMm - CROSSES.leftMm) * scaleX,
  downMm: (CROSSES.bottomMm - CROSSES.topMm) * scaleY,
});

describe("calibration of a sheet printer", () => {
  it("changes nothing for a printer that is true to size", () => {
    const profile = profileOf(printed(0, 0, 1, 1));
    for (const key of Object.keys(TRUE_TO_SIZE) as (keyof typeof TRUE_TO_SIZE)[])
      expect(profile[key]).toBeCloseTo(TRUE_TO_SIZE[key], 9);
  });

  it("puts every point where it was meant to be, whatever the printer does to it", () => {
    const shift = fc.double({ min: -5, max: 5, noNaN: true });
    const scale = fc.double({ min: 0.97, max: 1.03, noNaN: true });
    const place = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(shift, shift, scale, scale, place, place, (dx, dy, sx, sy, x, y) => {
        const profile = profileOf(printed(dx, dy, sx, sy));
        const landsAt = (
          mm: number,
          offset: number,
          correction: number,
          moved: number,
          scaled: number,
        ): number => moved + (mm * correction + offset) * scaled;
        expect(landsAt(x, profile.offsetXMm, profile.scaleX, dx, sx)).toBeCloseTo(x, 6);
        expect(landsAt(y, profile.offsetYMm, profile.scaleY, dy, sy)).toBeCloseTo(y, 6);
      }),
    );
  });

  it.each([
    ["a page that a print dialog fitted to the paper", printed(0, 0, 0.94, 0.94)],
    ["a sheet that lay askew", printed(14, 0, 1, 1)],
    ["inches", { leftMm: 1.18, topMm: 1.57, acrossMm: 5.9, downMm: 7.9 }],
    ["nothing", { leftMm: 0, topMm: 0, acrossMm: 0, downMm: 0 }],
  ] as const)("refuses %s", (_, measured) => {
    expect(() => profileOf(measured)).toThrow(TitianError);
  });
});
