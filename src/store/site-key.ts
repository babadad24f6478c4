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
  const check = checkIn(db);
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

/** The key that lies beside the store, for those who only look. Throws `STORE_KEY_WRONG` where there is none. */
export function readSiteKey(folder: string): SiteKey {
  const file = path.join(folder, SITE_KEY);
  if (!existsSync(file)) throw new TitianError("STORE_KEY_WRONG");
  return readKey(file);
}

/** Whether the store is one of this key. */
export function hasSiteKey(db: StoreDatabase, key: SiteKey): boolean {
  const file = path.join(db.folder, SITE_KEY);
  return existsSync(file) && readKey(file).equals(key) && checkIn(db) === keyCheckOf(key);
}

/** In a store that has used its own for nothing yet. Cut off in between it refuses to open, and is told the key once more. */
export function replaceSiteKey(db: StoreDatabase, key: SiteKey): void {
  db.transaction(() => {
    db.prepare("DELETE FROM site").run();
    db.prepare("INSERT INTO site (only_row, key_check) VALUES (1, ?)").run(keyCheckOf(key));
  });
  writeDurably(path.join(db.folder, SITE_KEY), key);
}

const checkIn = (db: StoreDatabase): unknown =>
  db.coded(() => db.prepare("SELECT key_check FROM site").get())?.["key_check"];

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
