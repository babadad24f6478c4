import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { storeError } from "../store-error.ts";
import { MIRROR_SCHEMA } from "./mirror-schema.ts";

export interface MirrorFacts {
  readonly members: number;
  readonly bytes: number;
  readonly heardAt: Date;
  readonly comparedAt: Date | undefined;
}

/** What a mirror says of itself, also while a daemon has it open. Undefined for none, or one that is not whole. Throws coded. */
export function mirrorFacts(file: string): MirrorFacts | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  try {
    const sql = new DatabaseSync(file, { readOnly: true, timeout: 1_000 });
    try {
      if (sql.prepare("PRAGMA user_version").get()?.["user_version"] !== MIRROR_SCHEMA) return undefined;
      const note = (key: string): string | undefined => {
        const value = sql.prepare("SELECT value FROM notes WHERE key = ?").get(key)?.["value"];
        return typeof value === "string" ? value : undefined;
      };
      const [heardAt, comparedAt] = [note("heardAt"), note("comparedAt")];
      if (heardAt === undefined || note("complete") === undefined) return undefined;
      return {
        members: Number(sql.prepare("SELECT count(*) AS n FROM members").get()?.["n"]),
        bytes: found.size,
        heardAt: new Date(heardAt),
        comparedAt: comparedAt === undefined ? undefined : new Date(comparedAt),
      };
    } finally {
      sql.close();
    }
  } catch (error) {
    throw storeError(error, file);
  }
}
