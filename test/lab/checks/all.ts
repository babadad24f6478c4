import type { Chapter } from "../guest/chapter.ts";
import type { DeskDevice } from "../guest/desk-devices.ts";
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

/** Chapters of one lane follow each other; a device is in one lane only. */
type Lane = readonly Chapter[];

/** One machine, with a desk of its own. */
export interface Guest {
  readonly name: string;
  /** Those of its desk: every device that is missing is looked for again and again, which is dear under emulation. */
  readonly devices: readonly DeskDevice[];
  /** Before udevd starts, which never stops again. */
  readonly withoutUdevd: Lane;
  /** One after the other; the lanes of a stage run side by side, as the devices of a desk do. */
  readonly stages: readonly (readonly Lane[])[];
}

/**
 * Two machines side by side: what one waits for a plug, the other works. Cards are alone: at each job the usb backend of CUPS
 * takes every USB printer from the kernel for a moment to ask for its name. Cameras, keys and memory are alone too: ffmpeg
 * starts slowly under emulation, keys are read as they come, and memory is measured.
 */
export const GUESTS: readonly Guest[] = [
  {
    name: "printers",
    devices: ["serial", "pos", "twin-a", "twin-b", "left", "right", "receipt", "cards"],
    withoutUdevd: [withoutUdevd],
    stages: [[[cards]], [[receipt], [hidPos, twins]], [[otherDaemons]]],
  },
  {
    name: "scanners",
    devices: ["serial", "wedge", "camera", "picture"],
    withoutUdevd: [],
    stages: [[[camera, pictureCamera]], [[serial]], [[wedge]], [[roughSerial]]],
  },
];

export const chaptersOf = ({ withoutUdevd: first, stages }: Guest): readonly Chapter[] => [
  ...first,
  ...stages.flat(2),
];

export const CHAPTERS: readonly Chapter[] = GUESTS.flatMap(chaptersOf);
