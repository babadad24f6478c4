import { open } from "node:fs/promises";
import path from "node:path";
import { TitianError } from "../kernel/errors.ts";
import type { Config } from "./config/schema.ts";
import { MemberPhotos, type PhotoPlace } from "./flows/member-photos.ts";
import type { LazyRendering } from "./lazy-rendering.ts";
import { openRegular } from "./regular-file.ts";

/** INLISLite lets staff upload less than this; a larger file is none of its photos, bytes. */
const MOST_BYTES = 20_000_000;

/** INLISLite's own photos, from wherever this desk reaches them. */
export function memberPhotosFor({ photo }: Config, renderer: LazyRendering): MemberPhotos {
  const places = photo.folder === undefined ? [] : [photosIn(photo.folder)];
  return new MemberPhotos({ places, crop: (bytes, signal) => renderer.wholePhoto(bytes, signal) });
}

/** INLISLite's photo folder, on this machine or on a share. */
export function photosIn(folder: string): PhotoPlace {
  return {
    async read(photoName, signal) {
      signal.throwIfAborted();
      // A name out of a table: it must not lead anywhere else.
      if (photoName !== path.basename(photoName) || photoName.startsWith(".")) return undefined;
      try {
        await using file = await openRegular(path.join(folder, photoName));
        if (!file) return undefined;
        const { size } = await file.stat();
        return size === 0 || size > MOST_BYTES ? undefined : await file.readFile();
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? "UNKNOWN";
        if (reason === "ENOENT" && (await isThere(folder))) return undefined;
        // Never the path: it may tell a stranger how the server is built.
        throw new TitianError("PHOTO_OUT_OF_REACH", { details: { reason } });
      }
    },
  };
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await using _folder = await open(folder, "r");
    return true;
  } catch (error) {
    // Windows opens no folder, and says so only of one that is there.
    return (error as NodeJS.ErrnoException).code === "EISDIR";
  }
}
