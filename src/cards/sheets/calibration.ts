import { TitianError } from "../../kernel/errors.ts";
import { CARD } from "../geometry.ts";
import { type Backs, frontCells, PAPERS, type SheetLayout } from "./sheet-layout.ts";

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

/** Millimetres to the right and down. */
export interface Shift {
  readonly xMm: number;
  readonly yMm: number;
}

/** What calibration found of one printer. */
export interface Calibration {
  readonly profile: PrinterProfile;
  /** Of a tray; empty for paper. */
  readonly slots: readonly Shift[];
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

/**
 * How far each slot of a tray is from the place that the layout gives it. Each card shows the page's own millimetres at its left
 * and upper edge: `readings`, in the order of the cells. Rejects with `CALIBRATION_IMPLAUSIBLE` what lies outside the page or over another slot.
 */
export function slotsOf(layout: SheetLayout, readings: readonly Shift[]): readonly Shift[] {
  const { widthMm, heightMm } = PAPERS[layout.paper];
  const cells = frontCells(layout);
  const isOnPage = ({ xMm, yMm }: Shift): boolean =>
    xMm >= 0 && yMm >= 0 && xMm + CARD.longMm <= widthMm && yMm + CARD.shortMm <= heightMm;
  const isApart = (one: Shift, other: Shift): boolean =>
    Math.abs(one.xMm - other.xMm) >= CARD.longMm || Math.abs(one.yMm - other.yMm) >= CARD.shortMm;
  const isPlausible =
    readings.length === cells.length &&
    readings.every(isOnPage) &&
    readings.every((one, index) => readings.slice(index + 1).every((other) => isApart(one, other)));
  if (!isPlausible) throw new TitianError("CALIBRATION_IMPLAUSIBLE");
  return cells.map((cell, index) => ({
    xMm: (readings[index]?.xMm ?? cell.xMm) - cell.xMm,
    yMm: (readings[index]?.yMm ?? cell.yMm) - cell.yMm,
  }));
}

/** Further apart than this, the sheet was fed askew: the next one will be askew in another way, mm. */
const MOST_BEHIND_MM = 5;

/**
 * The back's own shift, from a sheet that is held against the light with its front to the eye: how far the back's cross shows to
 * the right of the front's and below it. Rejects with `CALIBRATION_IMPLAUSIBLE`.
 */
export function withBack(
  profile: PrinterProfile,
  seen: Shift,
  backs: Extract<Backs, "long-edge" | "short-edge">,
): PrinterProfile {
  if (Math.abs(seen.xMm) > MOST_BEHIND_MM || Math.abs(seen.yMm) > MOST_BEHIND_MM)
    throw new TitianError("CALIBRATION_IMPLAUSIBLE");
  // Turned over the long edge, right becomes left on the back; over the short edge, below becomes above.
  const { xMm, yMm } =
    backs === "long-edge" ? { xMm: seen.xMm, yMm: -seen.yMm } : { xMm: -seen.xMm, yMm: seen.yMm };
  // What was seen has been corrected by the shift of before.
  return {
    ...profile,
    backOffsetXMm: profile.backOffsetXMm + xMm,
    backOffsetYMm: profile.backOffsetYMm + yMm,
  };
}
