import type { Chapter } from "../guest/chapter.ts";
import { serial } from "./serial.ts";

/** One stage after the other; the chapters of a stage run side by side, as devices on a desk do. */
export const STAGES: readonly (readonly Chapter[])[] = [[serial]];

export const CHAPTERS: readonly Chapter[] = STAGES.flat();
