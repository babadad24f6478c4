import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { TitianError } from "../kernel/errors.ts";
import { openDatabase, type StoreDatabase } from "./database.ts";
import { LIBRARY_NOUNS } from "./exchange-scope.ts";
import { keyOfCode } from "./library-code.ts";
import { giveToOwnerOf } from "./ownership.ts";
import { hasSiteKey, replaceSiteKey } from "./site-key.ts";
import { DATABASE, DATABASE_SIDES, SITE_KEY } from "./store-files.ts";

/**
 * A new desk takes the library's key over from another, while no daemon runs. Throws `EXCHANGE_CODE_WRONG`, and
 * `EXCHANGE_KEY_IN_USE` for a desk that has already worked under a key of its own: what it knows of members would turn into
 * strangers, and its photos into noise. Twice with the same code changes nothing.
 */
export function joinLibrary(folder: string, code: string): void {
  const key = keyOfCode(code);
  using db = openDatabase({ folder });
  if (hasSiteKey(db, key)) return;
  if (hasWorked(db)) throw new TitianError("EXCHANGE_KEY_IN_USE");
  replaceSiteKey(db, key);
  const mine = [DATABASE, SITE_KEY, "titian.lock", ...DATABASE_SIDES];
  giveToOwnerOf(
    folder,
    mine.filter((name) => existsSync(path.join(folder, name))),
  );
}

/** A desk that has only been started, and has told its name, knows nobody yet. */
function hasWorked(db: StoreDatabase): boolean {
  const nouns = LIBRARY_NOUNS.filter((noun) => noun !== "counter").map((noun) => `'${noun}'`);
  const told = db.prepare(
    `SELECT 1 FROM events WHERE substr(stream, 1, instr(stream, '/') - 1) IN (${nouns.join(", ")}) LIMIT 1`,
  );
  const vault = path.join(db.folder, "vault");
  return db.coded(() => told.get()) !== undefined || (existsSync(vault) && readdirSync(vault).length > 0);
}
