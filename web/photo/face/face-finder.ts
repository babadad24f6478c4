import type { Box } from "./boxes.ts";
import { FACE_SCRIPT_READY, type FindFaces } from "./face-script-event.ts";

/** A third of a megabyte from this very PC: longer than this and it is not coming, ms. */
const LOAD_WITHIN_MS = 10_000;

/** The detector, fetched with the first picture that somebody wants looked at. */
export class FaceFinder {
  readonly #address: string;
  #loading: Promise<FindFaces> | undefined;

  /** `address` of titian-face.js: the daemon's, or the proxy's own. */
  constructor(address: string) {
    this.#address = address;
  }

  /** Undefined where the detector cannot be had: the page then crops as it did without one. */
  async find(picture: ImageBitmap | HTMLCanvasElement): Promise<readonly Box[] | undefined> {
    this.#loading ??= load(this.#address);
    try {
      const findFaces = await this.#loading;
      return await findFaces(picture);
    } catch {
      // A page that was opened while the daemon was away may have better luck with the next picture.
      this.#loading = undefined;
      return undefined;
    }
  }
}

function load(address: string): Promise<FindFaces> {
  const script = document.createElement("script");
  script.src = address;
  return new Promise<FindFaces>((resolve, reject) => {
    script.addEventListener(FACE_SCRIPT_READY, (event) => resolve((event as CustomEvent<FindFaces>).detail));
    // After a hand-over this changes nothing.
    script.addEventListener("load", () => reject(new Error("the script held no detector")));
    script.addEventListener("error", () => reject(new Error("the detector did not load")));
    AbortSignal.timeout(LOAD_WITHIN_MS).addEventListener("abort", () =>
      reject(new Error("it took too long")),
    );
    document.head.append(script);
  }).finally(() => script.remove());
}
