import type { DatabaseSync } from "node:sqlite";
import type { LocalDate } from "../../kernel/types.ts";
import type { InlisliteVersion } from "../member.ts";
import { inventMembers } from "./invented-members.ts";
import { embeddedTables, librarySettingRows, MEMBER_STATUS_NAMES, MEMBER_TYPES } from "./tables.ts";

/** Kept in SQLite's `user_version`: written last, so a half-made file is recognised and made again. */
const MARK: Readonly<Record<InlisliteVersion, number>> = { "3.2": 32, "3.3": 33 };

export function embeddedVersion(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
}

export function isMarked(mark: number, version: InlisliteVersion): boolean {
  return mark === MARK[version];
}

/** Tables, settings and 200 invented members, all or nothing. */
export function fillEmbedded(database: DatabaseSync, version: InlisliteVersion, today: LocalDate): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    if (embeddedVersion(database) === 0) {
      database.exec(embeddedTables(version));
      insertPairs(database, "jenis_anggota (id, jenisanggota)", MEMBER_TYPES);
      insertPairs(database, "status_anggota (id, Nama)", MEMBER_STATUS_NAMES);
      insertPairs(database, "settingparameters (Name, Value)", librarySettingRows(version));
      insertMembers(database, version, today);
      database.exec(`PRAGMA user_version = ${MARK[version]}`);
    }
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function insertPairs(
  database: DatabaseSync,
  target: string,
  pairs: readonly (readonly [number | string, string])[],
): void {
  const insert = database.prepare(`INSERT INTO ${target} VALUES (?, ?)`);
  for (const [first, second] of pairs) insert.run(first, second);
}

function insertMembers(database: DatabaseSync, version: InlisliteVersion, today: LocalDate): void {
  for (const { IsKeranjang, ...common } of inventMembers(version, today)) {
    const member = version === "3.3" ? { ...common, IsKeranjang } : common;
    const columns = Object.keys(member);
    database
      .prepare(`INSERT INTO members (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`)
      .run(...Object.values(member));
  }
}
