import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ErrorCode, TitianError } from "../kernel/errors.ts";
import { openFolder, writeDurably } from "./durable-file.ts";

const SHA256 = /^[0-9a-f]{64}$/;

/** What is thrown of a file that is gone, or is not the one that was put. */
interface FileTroubles {
  readonly missing: ErrorCode;
  readonly damaged: ErrorCode;
}

/**
 * JSON files named by the SHA-256 of what is in them, never changed. Old versions stay: a printed card's own design, and a
 * case's own standard, can always be shown.
 */
export class ContentFiles {
  readonly #folder: string;
  readonly #troubles: FileTroubles;

  constructor(folder: string, troubles: FileTroubles) {
    this.#folder = folder;
    this.#troubles = troubles;
  }

  /** Makes the folder, and removes what a process killed in the middle of `put` left behind. */
  open(): void {
    openFolder(this.#folder);
  }

  /** On the disk when it returns. */
  put(bytes: Uint8Array): string {
    const sha256 = hashOf(bytes);
    // Also over a damaged one: whoever brings the same again mends it.
    if (!this.#isWhole(sha256)) writeDurably(this.#fileOf(sha256), bytes);
    return sha256;
  }

  get(sha256: string): Uint8Array {
    const bytes = this.#read(sha256);
    if (hashOf(bytes) !== sha256)
      throw new TitianError(this.#troubles.damaged, { details: { file: sha256.slice(0, 12) } });
    return bytes;
  }

  #read(sha256: string): Uint8Array {
    const file = this.#fileOf(sha256);
    try {
      return readFileSync(file);
    } catch (cause) {
      const isGone = (cause as NodeJS.ErrnoException).code === "ENOENT";
      const details = { file: sha256.slice(0, 12) };
      throw new TitianError(isGone ? this.#troubles.missing : this.#troubles.damaged, { details, cause });
    }
  }

  #isWhole(sha256: string): boolean {
    const file = this.#fileOf(sha256);
    return existsSync(file) && hashOf(readFileSync(file)) === sha256;
  }

  /** Only a hash ever becomes a path. */
  #fileOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new TitianError(this.#troubles.missing);
    return path.join(this.#folder, `${sha256}.json`);
  }
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
