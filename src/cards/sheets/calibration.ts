import { TitianError } from "../../kernel/errors.ts";

/** How a printer misplaces what it prints, as a correction: applied, a mark lands where it was meant to. */
export interface PrinterProfile {
  /** Millimetres to the right and down. */
  readonly offsetXMm: number;
  readonly offsetYMm: number;
  /** 1 is true to size. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** The back's own shift on a duplex printer, beside the front's. */
  readonly backOffsetXMm: number;
  readonly backOffsetYMm: number;
}

export const TRUE_TO_SIZE: PrinterProfile = {
  offsetXMm: 0,
  offsetYMm: 0,
  scaleX: 1,
  scaleY: 1,
  backOffsetXMm: 0,
  backOffsetYMm: 0,
};

/** Crosses of the calibration page, mm from the paper's upper left corner. They fit on A4, F4 and Letter. */
export const CROSSES = { leftMm: 30, rightMm: 180, topMm: 40, bottomMm: 240 } as const;

/** What a person measures with a ruler on the printed page, mm. */
export interface Measured {
  /** From the paper's left edge to the upper left cross, and from its top edge. */
  readonly leftMm: number;
  readonly topMm: number;
  /** From the upper left cross to the upper right one, and to the lower left one. */
  readonly acrossMm: number;
  readonly downMm: number;
}

/** Further off than this, the paper lay askew or the print dialog scaled the page: a profile would hide that. */
const MOST = { offsetMm: 10, scale: 0.05 } as const;

/** Rejects what no printer does by itself with `CALIBRATION_IMPLAUSIBLE`. */
export function profileOf({ leftMm, topMm, acrossMm, downMm }: Measured): PrinterProfile {
  const scaleX = (CROSSES.rightMm - CROSSES.leftMm) / acrossMm;
  const scaleY = (CROSSES.bottomMm - CROSSES.topMm) / downMm;
  // The printed place of x is shift + x / scale; what is drawn at (x - shift) * scale lands at x.
  const offsetXMm = -(leftMm - CROSSES.leftMm / scaleX) * scaleX;
  const offsetYMm = -(topMm - CROSSES.topMm / scaleY) * scaleY;
  const isPlausible =
    [scaleX, scaleY].every((scale) => Math.abs(scale - 1) <= MOST.scale) &&
    [offsetXMm, offsetYMm].every((mm) => Math.abs(mm) <= MOST.offsetMm);
  if (!isPlausible) throw new TitianError("CALIBRATION_IMPLAUSIBLE");
  return { ...TRUE_TO_SIZE, offsetXMm, offsetYMm, scaleX, scaleY };
}
