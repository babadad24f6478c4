import type { PhotoLook } from "../../src/bridge/protocol/photo-commands.ts";
import { type Crop, initialCrop, type Size } from "./crop.ts";

/** How a photo is made from its shot: the window, and everything else. */
export interface Edited {
  readonly crop: Crop;
  readonly look: PhotoLook;
}

/** Every edit of one shot, newest last, so that each can be taken back. */
export interface Edits {
  readonly now: Edited;
  readonly past: readonly Edited[];
  /** What was done last: more of the same gesture is one edit. */
  readonly gesture: string;
}

export const AS_TAKEN: PhotoLook = {
  quarterTurns: 0,
  rollDegrees: 0,
  brightness: 1,
  contrast: 1,
  background: null,
};
/** A clerk does not go further back, and a page that is open all day does not grow. */
const MOST_EDITS = 200;

export const noEdits = (picture: Size): Edits => ({
  now: { crop: initialCrop(picture), look: AS_TAKEN },
  past: [],
  gesture: "",
});

/** A photo that was put right before: one press takes all of it back. */
export function editedBefore(picture: Size, now: Edited): Edits {
  const { now: untouched, gesture } = noEdits(picture);
  return { now, past: [untouched], gesture };
}

/** Consecutive edits of one gesture, a drag or a slider, are taken back together. */
export function edit(edits: Edits, change: Partial<Edited>, gesture: string): Edits {
  const now = { ...edits.now, ...change };
  if (gesture === edits.gesture) return { ...edits, now };
  return { now, past: [...edits.past, edits.now].slice(-MOST_EDITS), gesture };
}

/** A suggestion, not an edit: there is nothing to take back to. */
export const suggest = (edits: Edits, crop: Crop): Edits => ({ ...edits, now: { ...edits.now, crop } });

export function undo(edits: Edits): Edits {
  const before = edits.past.at(-1);
  return before ? { now: before, past: edits.past.slice(0, -1), gesture: "" } : edits;
}

/** By a quarter, clockwise or back. The window is the largest again: the old one lies across. */
export function turn(edits: Edits, by: 1 | -1, shot: Size): Edits {
  const quarterTurns = (edits.now.look.quarterTurns + by + 4) % 4;
  const look = { ...edits.now.look, quarterTurns };
  // Each turn is an edit of its own.
  return edit(
    edits,
    { crop: initialCrop(turnedSize(shot, quarterTurns)), look },
    `turn ${edits.past.length}`,
  );
}

export function turnedSize({ widthPx, heightPx }: Size, quarterTurns: number): Size {
  return quarterTurns % 2 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };
}
