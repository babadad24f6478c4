import { createCanvas } from "@napi-rs/canvas";
import type { CameraPage } from "../../../src/devices/index.ts";

export interface FakePage extends CameraPage {
  /** How often it was asked for a photo. */
  readonly asked: number;
  /** Watched at this moment. */
  readonly isWatched: boolean;
}

/** Answers as a page would, at once and with one picture. */
export async function fakePage(label = "Webcam"): Promise<FakePage> {
  const jpeg = await createCanvas(64, 48).encode("jpeg");
  let asked = 0;
  let isWatched = false;
  return {
    label,
    get asked() {
      return asked;
    },
    get isWatched() {
      return isWatched;
    },
    async capture() {
      asked++;
      // A page's word on the size is worth nothing.
      return { jpeg, widthPx: 9_999, heightPx: 1 };
    },
    async watch(onFrame, signal) {
      isWatched = true;
      while (!signal.aborted) {
        onFrame(jpeg);
        await new Promise((resolve) => setImmediate(resolve));
      }
      isWatched = false;
    },
  };
}

/** A tab that has gone to sleep. */
export function silentPage(): FakePage {
  let asked = 0;
  let isWatched = false;
  const never = new Promise<never>(() => undefined);
  return {
    label: "Silent",
    get asked() {
      return asked;
    },
    get isWatched() {
      return isWatched;
    },
    capture() {
      asked++;
      return never;
    },
    watch(_, signal) {
      isWatched = true;
      signal.addEventListener("abort", () => {
        isWatched = false;
      });
      return never;
    },
  };
}
