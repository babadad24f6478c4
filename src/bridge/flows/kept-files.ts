import { TitianError } from "../../kernel/errors.ts";
import type { VaultId } from "../../kernel/types.ts";
import type { StepKey } from "../../sla/case-event.ts";
import type { EventData } from "../../store/event-catalog.ts";
import type { Store } from "../../store/store.ts";
import type { PhotoMade } from "./case-timings.ts";
import { eraseFile } from "./erase-file.ts";

export interface KeptPhoto {
  /** As it will be on the card. */
  readonly jpeg: Uint8Array;
  readonly source: EventData<"case.photoTaken">["source"];
  /** Left out for a photo that came finished. */
  readonly made?: { readonly original: Uint8Array; readonly edits: PhotoMade["edits"] };
  /** Work that the same act ended. */
  readonly also?: readonly StepKey[];
}

/** What a case's photo was made of, and how. */
export interface OriginalPhoto extends Omit<PhotoMade, "original"> {
  readonly picture: Uint8Array;
}

/** Photos and signatures of cases, in the vault. */
export class KeptFiles {
  readonly #store: Pick<Store, "events" | "vault" | "photoFiles">;
  readonly #notKept: (error: TitianError) => void;

  constructor(store: Pick<Store, "events" | "vault" | "photoFiles">, notKept: (error: TitianError) => void) {
    this.#store = store;
    this.#notKept = notKept;
  }

  put(bytes: Uint8Array): VaultId {
    try {
      return this.#store.vault.put(bytes);
    } catch (error) {
      this.#notKept(TitianError.from(error));
      throw error;
    }
  }

  /** Undefined for one that was erased, and for another desk's. */
  get(file: VaultId | undefined): Uint8Array | undefined {
    const isHere = file && !this.#store.photoFiles.isErased(file) && !this.isElsewhere(file);
    return isHere ? this.#store.vault.get(file) : undefined;
  }

  /** In another desk's vault, and not erased there as far as is known. */
  isElsewhere(file: VaultId | undefined): boolean {
    const { photoFiles } = this.#store;
    return file !== undefined && photoFiles.elsewhere(file) !== undefined && !photoFiles.isErased(file);
  }

  /** Another desk's is left to that desk. */
  erase(file: VaultId | undefined, why: string): void {
    if (!file || this.#store.photoFiles.isErased(file) || this.isElsewhere(file)) return;
    eraseFile(this.#store, file, why);
  }
}
