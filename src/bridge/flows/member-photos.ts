import type { Member } from "../../inlislite/member.ts";
import type { ErrorCode } from "../../kernel/errors.ts";
import { TitianError } from "../../kernel/errors.ts";

/** A place from which INLISLite's own photo of a member can be read. */
export interface PhotoPlace {
  /** Undefined: the place has no photo of this name. Rejects with `PHOTO_OUT_OF_REACH` while it cannot be asked. */
  read(photoName: string, signal: AbortSignal): Promise<Uint8Array | undefined>;
}

/** A photo, or why there is none. */
export type MemberPhoto =
  | { readonly photo: Uint8Array }
  | { readonly photo: undefined; readonly why: ErrorCode };

interface Dependencies {
  /** In order of preference; empty where this PC has no way to the photos. */
  readonly places: readonly PhotoPlace[];
  /** To 3:4, upright, without metadata. */
  readonly crop: (bytes: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Photos as INLISLite has them, for cards that no case is open for. Read when a card is drawn, and forgotten with it. */
export class MemberPhotos {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async of({ photoName }: Member, signal: AbortSignal): Promise<MemberPhoto> {
    if (photoName === undefined) return none("PHOTO_MISSING");
    let why: ErrorCode = "PHOTO_OUT_OF_REACH";
    for (const place of this.#deps.places) {
      try {
        const bytes = await place.read(photoName, signal);
        if (bytes) return { photo: await this.#deps.crop(bytes, signal) };
        why = "PHOTO_MISSING";
      } catch (error) {
        signal.throwIfAborted();
        why = TitianError.from(error).code;
      }
    }
    return none(why);
  }
}

const none = (why: ErrorCode): MemberPhoto => ({ photo: undefined, why });
