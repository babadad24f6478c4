import { existsSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { localDate } from "../../kernel/types.ts";
import { PRESETS } from "../../sla/presets.ts";
import { ContentFiles } from "../../store/content-files.ts";
import { type StandardRecord, standardsIn } from "../../store/standard-store.ts";
import type { Config } from "../config/schema.ts";
import { StandardShelf } from "../flows/sla/standard-shelf.ts";

/** Read beside a daemon that runs: the store's file is only read, and no lock is taken. */
export function storedStandards(config: Config | undefined): StandardShelf {
  const folder = config?.store.folder ?? "";
  const timeZone = config?.library.timeZone ?? "Asia/Jakarta";
  const files = new ContentFiles(path.join(folder, "standards"), {
    ...{ missing: "STANDARD_FILE_MISSING", damaged: "STANDARD_FILE_DAMAGED" },
  });
  const records = { all: () => (config ? readRecords(folder, config.desk.id) : []) };
  return new StandardShelf({
    ...{ presets: PRESETS, records, files, today: () => localDate(new Date(), timeZone) },
  });
}

/** None before the first start of this version: the daemon makes the tables. */
function readRecords(folder: string, desk: string): readonly StandardRecord[] {
  const file = path.join(folder, "titian.sqlite");
  if (!existsSync(file)) return [];
  using sql = new DatabaseSync(file, { readOnly: true });
  const hasTables = sql.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'standard_states'").get();
  return hasTables ? standardsIn(sql, desk)() : [];
}
