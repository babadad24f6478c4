import type { Chapter } from "../guest/chapter.ts";
import { camera, pictureCamera } from "./cameras.ts";
import { cards } from "./cards.ts";
import { hidPos } from "./hid-pos.ts";
import { withoutUdevd } from "./no-udevd.ts";
import { otherDaemons } from "./other-daemons.ts";
import { receipt } from "./receipt.ts";
import { roughSerial } from "./rough-serial.ts";
import { serial } from "./serial.ts";
import { twins } from "./twins.ts";
import { wedge } from "./wedge.ts";

/** udevd starts after the first stage, and never stops again. */
const WITHOUT_UDEVD = [withoutUdevd];

/** Chapters of one lane follow each other; a device is in one lane only. */
type Lane = readonly Chapter[];

/**
 * One stage after the other; the lanes of a stage run side by side, as the devices of a desk do. Cards are alone: at each
 * job the usb backend of CUPS takes every USB printer from the kernel for a moment to ask for its name. They come first,
 * because drawing the first card keeps the emulated processor busy. Where memory is measured nothing else runs.
 */
export const STAGES: readonly (readonly Lane[])[] = [
  [WITHOUT_UDEVD],
  [[cards]],
  [[receipt], [hidPos, twins], [serial], [camera, pictureCamera]],
  // Keys are read as they come: a busy machine would lose some of them.
  [[wedge]],
  [[roughSerial]],
  [[otherDaemons]],
];

export const CHAPTERS: readonly Chapter[] = STAGES.flat(2);
