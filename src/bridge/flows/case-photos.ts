import { AS_TAKEN } from "../../cards/photo-look.ts";
import type { PhotoCopy, PhotoEdits } from "../../cards/rendering/photo.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId } from "../../kernel/types.ts";
import type { EventData } from "../../store/event-catalog.ts";
import type { LazyRendering } from "../lazy-rendering.ts";
import type { CaseService } from "./cases.ts";
import type { OriginalPhoto } from "./kept-files.ts";

const WHOLE: PhotoEdits = { crop: { x: 0, y: 0, width: 1, height: 1 }, look: AS_TAKEN };

/** A case's photo: made of its original for the card, and made of it again for INLISLite. */
export class CasePhotos {
  readonly #cases: CaseService;
  readonly #renderer: LazyRendering;

  constructor(cases: CaseService, renderer: LazyRendering) {
    this.#cases = cases;
    this.#renderer = renderer;
  }

  async keep(
    id: CaseId,
    bytes: Uint8Array,
    source: EventData<"case.photoTaken">["source"],
    edits: PhotoEdits,
    signal: AbortSignal,
  ): Promise<void> {
    const { jpeg } = await this.#renderer.makePhoto(bytes, edits, "card", signal);
    const original = await this.#renderer.originalOf(bytes, signal);
    this.#cases.keepPhoto(id, { jpeg, source, made: { original, edits } });
  }

  /** Made anew of the picture that is kept, which loses nothing by it. Rejects with `PHOTO_ORIGINAL_GONE`. */
  async edit(id: CaseId, edits: PhotoEdits, signal: AbortSignal): Promise<void> {
    const { picture, source } = this.original(id);
    const { jpeg } = await this.#renderer.makePhoto(picture, edits, "card", signal);
    this.#cases.keepPhoto(id, { jpeg, source, made: { original: picture, edits } });
  }

  /** Throws `PHOTO_ORIGINAL_GONE` once the library's rule has deleted it, and where there was none. */
  original(id: CaseId): OriginalPhoto {
    const original = this.#cases.originalOf(id);
    if (!original) throw new TitianError("PHOTO_ORIGINAL_GONE");
    return original;
  }

  /** Rejects with `PHOTO_MISSING` or `PHOTO_ELSEWHERE`. INLISLite's copy is cut from the card's own photo only where the original is gone. */
  async get(id: CaseId, copy: PhotoCopy, signal: AbortSignal): Promise<Uint8Array> {
    const jpeg = this.#cases.photoOf(id);
    if (!jpeg) throw new TitianError(this.#cases.isPhotoElsewhere(id) ? "PHOTO_ELSEWHERE" : "PHOTO_MISSING");
    if (copy === "card") return jpeg;
    const original = this.#cases.originalOf(id);
    const { picture, edits } = original ?? { picture: jpeg, edits: WHOLE };
    return (await this.#renderer.makePhoto(picture, edits, copy, signal)).jpeg;
  }
}
