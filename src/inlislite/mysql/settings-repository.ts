import type { LibrarySettings, SettingsRepository } from "../member.ts";
import type { MysqlPool } from "./pool.ts";
import type { Probe } from "./probe.ts";
import { toLibrarySettings, toMemberTypes } from "./rows.ts";

/** Only the names a card needs: `settingparameters` holds other things that are none of our business. */
const CARD_SETTINGS = [
  "NamaPerpustakaan",
  "NamaLokasiPerpustakaan",
  "KartuAnggota",
  "FileKartuAnggota",
  "Text_BELAKANG",
] as const;

export class MysqlSettingsRepository implements SettingsRepository {
  readonly #pool: MysqlPool;
  readonly #probe: Probe;

  constructor(pool: MysqlPool, found: Probe) {
    this.#pool = pool;
    this.#probe = found;
  }

  async library(signal: AbortSignal): Promise<LibrarySettings> {
    const table = this.#probe.tables.get("settingparameters") ?? "settingparameters";
    const rows = await this.#pool.rows(
      (knex) => knex.select("Name", "Value").from(table).whereIn("Name", CARD_SETTINGS).orderBy("ID"),
      signal,
    );
    return toLibrarySettings(rows, this.#probe.version);
  }

  async memberTypes(signal: AbortSignal): Promise<readonly string[]> {
    const table = this.#probe.tables.get("jenis_anggota") ?? "jenis_anggota";
    const rows = await this.#pool.rows(
      (knex) => knex.select("jenisanggota").from(table).limit(1_000),
      signal,
    );
    return toMemberTypes(rows);
  }
}
