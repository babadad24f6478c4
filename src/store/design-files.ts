import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { DesignFiles } from "../cards/design-records.ts";
import { TitianError } from "../kernel/errors.ts";
import { openFolder, writeDurably } from "./durable-file.ts";

const SHA256 = /^[0-9a-f]{64}$/;

/** Design files in the store's folder. Old versions stay: a printed card's own can always be shown. */
export class FolderDesignFiles implements DesignFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder, and removes what a process killed in the middle of `put` left behind. */
  open(): void {
    openFolder(this.#folder);
  }

  put(bytes: Uint8Array): string {
    const sha256 = hashOf(bytes);
    // Also over a damaged one: importing the design again mends it.
    if (!this.#isWhole(sha256)) writeDurably(this.#fileOf(sha256), bytes);
    return sha256;
  }

  get(sha256: string): Uint8Array {
    const bytes = this.#read(sha256);
    if (hashOf(bytes) !== sha256)
      throw new TitianError("DESIGN_FILE_DAMAGED", { details: { file: sha256.slice(0, 12) } });
    return bytes;
  }

  #read(sha256: string): Uint8Array {
    const file = this.#fileOf(sha256);
    try {
      return readFileSync(file);
    } catch (cause) {
      const isGone = (cause as NodeJS.ErrnoException).code === "ENOENT";
      const details = { file: sha256.slice(0, 12) };
      throw new TitianError(isGone ? "DESIGN_FILE_MISSING" : "DESIGN_FILE_DAMAGED", { details, cause });
    }
  }

  #isWhole(sha256: string): boolean {
    const file = this.#fileOf(sha256);
    return existsSync(file) && hashOf(readFileSync(file)) === sha256;
  }

  /** Only a hash ever becomes a path. */
  #fileOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new TitianError("DESIGN_FILE_MISSING");
    return path.join(this.#folder, `${sha256}.json`);
  }
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
