import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { TitianError } from "../kernel/errors.ts";
import type { Brand } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import { writeDurably } from "./durable-file.ts";
import { storeError } from "./store-error.ts";
import { SITE_KEY } from "./store-files.ts";

/** 32 random bytes: the same on every desk of a library, or one member would have two keys. */
export type SiteKey = Brand<Buffer, "SiteKey">;

const BYTES = 32;
const GROUP_AND_OTHERS = 0o077;

/**
 * Reads the key beside the store and makes it on the first start. A store that was written with another key is refused:
 * its members would silently become strangers and its photos unreadable.
 */
export function openSiteKey(db: StoreDatabase): SiteKey {
  const file = path.join(db.folder, SITE_KEY);
  const check = db.coded(() => db.prepare("SELECT key_check FROM site").get())?.["key_check"];
  if (!existsSync(file)) {
    if (check !== undefined) throw new TitianError("STORE_KEY_WRONG");
    writeDurably(file, randomBytes(BYTES));
  }
  const key = readKey(file);
  if (check === undefined) {
    db.transaction(() =>
      db.prepare("INSERT INTO site (only_row, key_check) VALUES (1, ?)").run(keyCheckOf(key)),
    );
  } else if (check !== keyCheckOf(key)) {
    throw new TitianError("STORE_KEY_WRONG");
  }
  return key;
}

function readKey(file: string): SiteKey {
  try {
    // On Windows the mode says nothing; the folder's access list is set by the installer.
    if (process.platform !== "win32" && statSync(file).mode & GROUP_AND_OTHERS) {
      throw new TitianError("STORE_KEY_EXPOSED");
    }
    const key = readFileSync(file);
    if (key.length !== BYTES) throw new TitianError("STORE_KEY_WRONG");
    return key as SiteKey;
  } catch (error) {
    throw storeError(error, path.dirname(file));
  }
}

/** What the store keeps of its key: enough to know it by, too little to be it. */
export function keyCheckOf(key: SiteKey): string {
  return createHmac("sha256", key).update("titian site key check").digest("hex");
}
