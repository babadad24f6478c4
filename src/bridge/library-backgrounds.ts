import path from "node:path";
import { assertPictures } from "../cards/design-parts.ts";
import type { Inlislite } from "../inlislite/member.ts";
import { TitianError } from "../kernel/errors.ts";
import { photosIn } from "./photo-places.ts";

interface Dependencies {
  readonly inlislite: {
    readonly version: Inlislite["version"] | undefined;
    readonly settings: Pick<Inlislite["settings"], "library">;
  };
  /** INLISLite's photo folder, where this PC has a way to it. */
  readonly photoFolder: string | undefined;
}

/**
 * Where INLISLite keeps the pictures of its cards, seen from its folder of members' photos: `uploaded_files/foto_anggota` in
 * 3.2, `public/uploads/anggota` in 3.3 (facts: PdfController and AnggotaPrintController).
 */
const BESIDE_PHOTOS = { "3.2": "../settings/kartu_anggota", "3.3": "../master-template" } as const;

/** 3.2 has one for the back of all its layouts; 3.3 draws none. */
const BACK = { "3.2": "bg_cardmemberbelakang.png", "3.3": undefined } as const;

export interface LibraryPicture {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The library's own card backgrounds, as it has given them to INLISLite. */
export class LibraryBackgrounds {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /**
   * As they are, whatever their size. Rejects with `BACKGROUND_MISSING` where INLISLite has none, `BACKGROUND_OUT_OF_REACH`
   * where this PC cannot look, `DESIGN_PICTURE_REFUSED` for what no card can show, and as INLISLite does.
   */
  async get(side: "front" | "back", signal: AbortSignal): Promise<LibraryPicture> {
    const { inlislite, photoFolder } = this.#deps;
    const { cardBackground } = await inlislite.settings.library(signal);
    const { version } = inlislite;
    if (!version) throw new TitianError("INLISLITE_UNREACHABLE");
    const fileName = side === "front" ? cardBackground : BACK[version];
    if (fileName === undefined) throw new TitianError("BACKGROUND_MISSING", { details: { side } });
    if (photoFolder === undefined) throw new TitianError("BACKGROUND_OUT_OF_REACH");
    const bytes = await photosIn(path.join(photoFolder, BESIDE_PHOTOS[version]))
      .read(fileName, signal)
      .catch((cause: unknown) => {
        signal.throwIfAborted();
        throw new TitianError("BACKGROUND_OUT_OF_REACH", { cause });
      });
    if (!bytes) throw new TitianError("BACKGROUND_MISSING", { details: { side } });
    assertPictures(new Map([["background", bytes]]));
    return { bytes, fileName };
  }
}
