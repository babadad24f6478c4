import { type Answer, type Exchange, jsonOf } from "../exchange.ts";
import { dataUriOf, sameBytes } from "../jpeg.ts";
import { PhotoNotPut, type PhotoPlace, type Put } from "../page.ts";
import type { PageCamera } from "../page-camera.ts";
import type { CsrfToken } from "./csrf.ts";

interface Target {
  readonly base: string;
  readonly memberId: string;
  readonly csrf: CsrfToken;
  readonly photoAddressOf: (photoName: string) => string;
  /** Shows the photo where the page shows the member. */
  readonly show: (dataUri: string) => void;
  readonly buttonPlace: Element | undefined;
}

/** The photo is stored at once through the list dialog's own endpoint, which takes it for any member. */
export class StoredPhoto implements PhotoPlace {
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
    const { csrf, show } = this.#target;
    const dataUri = dataUriOf(jpeg);
    const { status, text } = await this.#send(dataUri, signal);
    const answer = jsonOf(text);
    if (!answer) throw new PhotoNotPut("not-json");
    if (status !== 201 && answer["status"] !== 201) throw new PhotoNotPut("server-error");
    await this.#readBack(jpeg, signal);
    show(dataUri);
    // For the page's own next request; the photo is stored, whatever comes of it.
    if (csrf.isThere) csrf.renew(signal).catch(() => undefined);
    return "stored";
  }

  releaseCamera(): void {
    this.#camera.release();
  }

  async #send(dataUri: string, signal: AbortSignal): Promise<Answer> {
    const { base, memberId, csrf } = this.#target;
    const post = (): Promise<Answer> => {
      const fields = { capture_id: memberId, camera_image: dataUri, ...csrf.fields };
      return this.#exchange.post(`${base}api/anggota/capture_file`, fields, signal);
    };
    try {
      return await post();
    } catch (error) {
      const isStale = error instanceof PhotoNotPut && error.failure === "forbidden" && csrf.isThere;
      if (!isStale) throw error;
      await csrf.renew(signal);
      return await post();
    }
  }

  /** The photo's new name is only in the member's row. What cannot be fetched cannot be compared; what differs is not ours. */
  async #readBack(jpeg: Uint8Array, signal: AbortSignal): Promise<void> {
    const { base, memberId, photoAddressOf } = this.#target;
    const row = await this.#exchange.read(`${base}api/anggota/detail/${memberId}`, "json", signal);
    const photoName = row && jsonOf(new TextDecoder().decode(row))?.["PhotoUrl"];
    if (typeof photoName !== "string" || photoName === "") return;
    const stored = await this.#exchange.read(photoAddressOf(photoName), "image/", signal);
    if (stored && !sameBytes(stored, jpeg)) throw new PhotoNotPut("read-back");
  }
}
