import { type Exchange, jsonOf } from "../exchange.ts";
import { dataUriOf, sameBytes } from "../jpeg.ts";
import { PhotoNotPut, type PhotoPlace, type Put } from "../page.ts";
import type { PageCamera } from "../page-camera.ts";
import { SELECTORS } from "./selectors.ts";

interface Target {
  readonly document: Document;
  readonly base: string;
  readonly memberId: string;
  readonly photoAddressOf: (photoName: string) => string;
  readonly buttonPlace: Element | undefined;
}

/**
 * The update page's own endpoint, which stores the photo as `{ID}.jpg` at once. The page itself reloads after it and loses
 * what is typed; here the new photo is shown in place, and the form stays as it is.
 */
export class SavedPhoto implements PhotoPlace {
  readonly buttonPlace: Element | undefined;
  readonly #target: Target;
  readonly #exchange: Exchange;
  readonly #camera: PageCamera;

  constructor(target: Target, exchange: Exchange, camera: PageCamera) {
    this.buttonPlace = target.buttonPlace;
    this.#target = target;
    this.#exchange = exchange;
    this.#camera = camera;
  }

  async put(jpeg: Uint8Array, signal: AbortSignal): Promise<Put> {
    const dataUri = dataUriOf(jpeg);
    await this.#save(dataUri, signal);
    if (!(await this.#isStored(jpeg, signal))) {
      // A member without a photo, whose file lies there from before: 3.2 then writes to another name than it notes. From the
      // second time on the name it notes is the one it writes to.
      await this.#save(dataUri, signal);
      if (!(await this.#isStored(jpeg, signal))) throw new PhotoNotPut("read-back");
    }
    const { document } = this.#target;
    for (const image of document.querySelectorAll<HTMLImageElement>(SELECTORS.update.shownPhotos)) {
      image.src = dataUri;
    }
    return "stored";
  }

  releaseCamera(): void {
    this.#camera.release();
  }

  /** 3.2 answers `1`; some sites' revisions answer JSON with an `error`. */
  async #save(dataUri: string, signal: AbortSignal): Promise<void> {
    const { base, memberId } = this.#target;
    const address = `${base}member/member/save-foto?id=${encodeURIComponent(memberId)}`;
    const { text } = await this.#exchange.post(address, { imgBase64: dataUri, ...this.#csrf() }, signal);
    const answer = jsonOf(text);
    if (answer && (answer["success"] === false || answer["error"])) throw new PhotoNotPut("server-error");
  }

  /** True also where the file cannot be fetched: what cannot be read cannot be compared, and the answer was a success. */
  async #isStored(jpeg: Uint8Array, signal: AbortSignal): Promise<boolean> {
    const { memberId, photoAddressOf } = this.#target;
    const address = `${photoAddressOf(`${memberId}.jpg`)}?timestamp=${Date.now()}`;
    const stored = await this.#exchange.read(address, "image/", signal);
    return !stored || sameBytes(stored, jpeg);
  }

  #csrf(): Record<string, string> {
    const { document } = this.#target;
    const param = document.querySelector<HTMLMetaElement>(SELECTORS.csrf.param)?.content;
    const token = document.querySelector<HTMLMetaElement>(SELECTORS.csrf.token)?.content;
    return param && token ? { [param]: token } : {};
  }
}
