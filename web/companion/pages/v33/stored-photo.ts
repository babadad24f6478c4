import { type Exchange, jsonOf } from "../exchange.ts";
import { dataUriOf, sameBytes } from "../jpeg.ts";
import { PhotoNotPut, type PhotoPlace, type Put } from "../page.ts";
import type { PageCamera } from "../page-camera.ts";

interface Target {
  readonly base: string;
  readonly memberId: string;
  /** INLISLite's own protection against forged requests, where the page carries one. */
  readonly csrf: HTMLInputElement | null;
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
    const { base, memberId, csrf, show } = this.#target;
    const dataUri = dataUriOf(jpeg);
    const fields = {
      capture_id: memberId,
      camera_image: dataUri,
      ...(csrf ? { [csrf.name]: csrf.value } : {}),
    };
    const { status, text } = await this.#exchange.post(`${base}api/anggota/capture_file`, fields, signal);
    const answer = jsonOf(text);
    if (!answer) throw new PhotoNotPut("not-json");
    if (status !== 201 && answer["status"] !== 201) throw new PhotoNotPut("server-error");
    await this.#readBack(jpeg, signal);
    show(dataUri);
    return "stored";
  }

  releaseCamera(): void {
    this.#camera.release();
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
