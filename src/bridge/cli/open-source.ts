import { existsSync } from "node:fs";
import path from "node:path";
import { TitianError } from "../../kernel/errors.ts";
import { ConfigError } from "../../kernel/schema.ts";
import { type BackupSource, openBackupSource } from "../../store/backup-source.ts";
import { openDatabase } from "../../store/database.ts";
import { DATABASE } from "../../store/store-files.ts";

/** The store for reading: checked as at a start, or beside the daemon that has it open. */
export function openSource(folder: string): BackupSource & Disposable {
  if (!existsSync(path.join(folder, DATABASE)))
    throw new ConfigError(folder, ["there are no records of Titian yet"]);
  try {
    return openDatabase({ folder });
  } catch (error) {
    if (TitianError.from(error).code !== "STORE_LOCKED") throw error;
    return openBackupSource(folder);
  }
}
