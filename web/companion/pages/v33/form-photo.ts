import type { FormWatch } from "../form-watch.ts";
import { dataUriOf } from "../jpeg.ts";
import { PhotoNotPut, type PhotoPlace, type Put } from "../page.ts";
import type { PageCamera } from "../page-camera.ts";

interface PhotoFields {
  /** Hidden; what it holds is the photo that the page's own Save sends. */
  readonly field: HTMLInputElement;
  /** The edit page takes the photo only when this is ticked. */
  readonly tick?: HTMLInputElement;
  /** Shows the photo where the page shows one of its own. */
  readonly show: (dataUri: string) => void;
  readonly buttonPlace: Element | undefined;
}

/** The photo waits in the page's own form, for the page's own Save. */
export class FormPhoto implements PhotoPlace {
  readonly buttonPlace: Element | undefined;
  readonly #fields: PhotoFields;
  readonly #camera: PageCamera;
  readonly #watch: FormWatch;

  constructor(fields: PhotoFields, camera: PageCamera, watch: FormWatch) {
    this.buttonPlace = fields.buttonPlace;
    this.#fields = fields;
    this.#camera = camera;
    this.#watch = watch;
  }

  async put(jpeg: Uint8Array, signal: AbortSignal): Promise<Put> {
    signal.throwIfAborted();
    const { field, tick, show } = this.#fields;
    const dataUri = dataUriOf(jpeg);
    // A page that was redrawn in the meantime has another field, and this one would never be sent.
    if (!field.isConnected || field.disabled || !field.form) throw new PhotoNotPut("not-there");
    field.value = dataUri;
    if (tick && !tick.checked) {
      tick.checked = true;
      tick.dispatchEvent(new Event("change", { bubbles: true }));
    }
    show(dataUri);
    this.#watch.photoPut();
    if (field.value !== dataUri || tick?.checked === false) throw new PhotoNotPut("read-back");
    return "in-form";
  }

  releaseCamera(): void {
    this.#camera.release();
  }
}

/** The page's boxes are landscape, 320 × 240, and stretch what they show; a portrait must be seen as it is. */
export function showWhole(image: HTMLImageElement, dataUri: string): void {
  image.src = dataUri;
  image.style.objectFit = "contain";
  image.style.maxHeight = "240px";
}
