import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { VaultId } from "../kernel/types.ts";
import { openFolder, syncFolder, writeDurably } from "./durable-file.ts";
import type { SiteKey } from "./site-key.ts";
import { storeError } from "./store-error.ts";
import { uuidV7 } from "./uuid-v7.ts";

/** File format: one byte of format, the nonce, the ciphertext, the tag. */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Dependencies {
  readonly folder: string;
  readonly siteKey: SiteKey;
  readonly clock: Clock;
}

/** Photos and signatures, one encrypted file each, beside the log that only names them. */
export class Vault {
  readonly #folder: string;
  readonly #key: Buffer;
  readonly #clock: Clock;

  constructor({ folder, siteKey, clock }: Dependencies) {
    this.#folder = folder;
    this.#key = Buffer.from(hkdfSync("sha256", siteKey, "", "titian vault 1", 32));
    this.#clock = clock;
  }

  /** Makes the folder, and removes what a process killed in the middle of `put` left behind. */
  open(): void {
    openFolder(this.#folder);
  }

  /** On the disk when it returns. */
  put(bytes: Uint8Array): VaultId {
    const id = uuidV7(this.#clock) as VaultId;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(id));
    const parts = [Uint8Array.of(FORMAT), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
    writeDurably(this.#fileOf(id), Buffer.concat(parts));
    return id;
  }

  has(id: VaultId): boolean {
    return existsSync(this.#fileOf(id));
  }

  /** Throws `VAULT_MISSING`, or `STORE_CORRUPT` for a file that is not exactly what was put under this id. */
  get(id: VaultId): Uint8Array {
    const file = this.#read(id);
    const tagAt = file.length - TAG_BYTES;
    try {
      if (file[0] !== FORMAT) throw new Error("unknown vault file format");
      const nonce = file.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(id)).setAuthTag(file.subarray(tagAt));
      return Buffer.concat([decipher.update(file.subarray(1 + NONCE_BYTES, tagAt)), decipher.final()]);
    } catch (cause) {
      throw new TitianError("STORE_CORRUPT", { details: { part: "vault", file: id }, cause });
    }
  }

  /** The caller appends `vault.erased`. May be called again after a crash between the two. */
  erase(id: VaultId): void {
    try {
      rmSync(this.#fileOf(id), { force: true });
      syncFolder(this.#folder);
    } catch (error) {
      throw storeError(error, this.#folder);
    }
  }

  #read(id: VaultId): Buffer {
    try {
      return readFileSync(this.#fileOf(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw missing(id, error);
      throw storeError(error, this.#folder);
    }
  }

  /** Only an id of ours ever becomes a path. */
  #fileOf(id: VaultId): string {
    if (!ID.test(id)) throw missing(id);
    return path.join(this.#folder, id);
  }
}

function missing(id: VaultId, cause?: unknown): TitianError {
  return new TitianError("VAULT_MISSING", { details: { file: id.slice(0, 36) }, cause });
}
