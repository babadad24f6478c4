import type { Image } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import type { CardDesign } from "../design.ts";
import { decodePicture } from "./picture.ts";

/** Decoded pixels kept, 128 MB: two designs of the largest kind, or twenty usual ones. */
const MOST_PIXELS = 32_000_000;

/**
 * A design's own pictures are the same on every card of a batch, and on every preview while it is drawn: decoded once.
 * They are known by the bytes' own object: an edited design brings others.
 */
export class PictureCache {
  readonly #decoded = new Map<Uint8Array, Image>();
  #pixels = 0;

  /** Rejects with `DESIGN_PICTURE_REFUSED` for one that cannot be decoded. */
  async of({ assets }: Pick<CardDesign, "assets">): Promise<ReadonlyMap<string, Image>> {
    const all = [...assets].map(async ([name, bytes]) => [name, await this.#one(name, bytes)] as const);
    return new Map(await Promise.all(all));
  }

  async #one(name: string, bytes: Uint8Array): Promise<Image> {
    const known = this.#decoded.get(bytes);
    const image = known ?? (await decoded(name, bytes));
    this.#forget(bytes);
    this.#decoded.set(bytes, image);
    this.#pixels += image.width * image.height;
    for (const oldest of this.#decoded.keys()) {
      if (this.#pixels <= MOST_PIXELS || oldest === bytes) break;
      this.#forget(oldest);
    }
    return image;
  }

  #forget(bytes: Uint8Array): void {
    const image = this.#decoded.get(bytes);
    if (!image) return;
    this.#decoded.delete(bytes);
    this.#pixels -= image.width * image.height;
  }
}

async function decoded(name: string, bytes: Uint8Array): Promise<Image> {
  try {
    return await decodePicture(bytes);
  } catch (cause) {
    throw new TitianError("DESIGN_PICTURE_REFUSED", { details: { picture: name }, cause });
  }
}
