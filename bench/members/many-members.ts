import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Connection, createConnection } from "mysql2/promise";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { type MysqlInlislite, openMysqlInlislite } from "../../src/inlislite/mysql/open-mysql.ts";
import { load } from "../../src/inlislite/sync/load.ts";
import type { SettleParts } from "../../src/inlislite/sync/settle.ts";
import { SqliteMirrorStore } from "../../src/store/mirror/mirror-store.ts";
import type { TestInlislite } from "../../test/harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../test/harness/mariadb.ts";
import { SilentLog } from "../../test/harness/silent-log.ts";

export const MANY = 1_000_000;
export const never = new AbortController().signal;
const ROWS_A_STATEMENT = 100_000;

const GIVEN =
  "AYU DEWI SITI RATNA WULAN KARTIKA MELATI INTAN NADIA PUTRI RAHMA AGUS BAYU CANDRA DIMAS EKO FAJAR GILANG HENDRA ILHAM JOKO KRISNA LUKMAN MADE NANDA OKI PANJI RIZKY SURYA TEGUH UMAR VINO WAHYU YOGA ZAKI MUHAMMAD AHMAD NUR SRI TRI";
const FAMILY =
  "WIJAYA SANTOSO PRATAMA LESTARI SIREGAR NASUTION HIDAYAT NUGROHO PERMATA KUSUMA SAPUTRA MAHARANI HUTAPEA LUBIS TANJUNG WIBOWO RAMADHANI SETIAWAN FIRMANSYAH ANGGRAINI PURNAMA MANURUNG PATTINAMA RUMBIAK KAMBUAYA TAMBA GINTING OKTAVIANI SURYANI HALIM GUNADI BASUKI CAHYANI";
const SYLLABLES = "BA KI LU ME NO RA SI TU YA WE GO HI JA DU FE PA";

/** One of a list, chosen by the number of the row; primes keep the columns from going in step. */
function oneOf(words: string, prime: number): string {
  const list = words.split(" ");
  return `ELT(1 + (seq * ${prime} DIV 97) MOD ${list.length}, ${list.map((word) => `'${word}'`).join(", ")})`;
}

/** Two or three words of a name, the third of them rare: 4,096 different ones. */
const NAME = `CONCAT_WS(' ', ${oneOf(GIVEN, 7919)}, ${oneOf(FAMILY, 104_729)}, IF(seq MOD 3 = 0, CONCAT(${[31, 1_009, 65_537].map((prime) => oneOf(SYLLABLES, prime)).join(", ")}), NULL))`;

export interface ManyMembers {
  readonly server: MariaDb;
  readonly place: TestInlislite;
  readonly inlislite: MysqlInlislite;
  /** As an INLISLite of its own would connect. */
  readonly bare: Connection;
  run(sql: string): Promise<unknown>;
}

let server: Promise<MariaDb> | undefined;
const made = new Map<number, Promise<ManyMembers>>();
let mirrored: Promise<SettleParts> | undefined;

/** So many invented members in a 3.2 on a private MariaDB, made once; gone with the process. */
export function manyMembers(count = MANY): Promise<ManyMembers> {
  const known = made.get(count) ?? make(count);
  made.set(count, known);
  return known;
}

async function make(count: number): Promise<ManyMembers> {
  server ??= startMariaDb();
  const running = await server;
  const place = await running.createInlislite("3.2");
  const run = (sql: string): Promise<unknown> => running.run(sql, { database: place.database });
  await run("DELETE FROM members");
  for (let from = 1; from <= count; from += ROWS_A_STATEMENT) {
    const to = Math.min(count, from + ROWS_A_STATEMENT - 1);
    await run(
      "INSERT INTO members (ID, MemberNo, Fullname, JenisAnggota_id, StatusAnggota_id, RegisterDate, EndDate, PhotoUrl, UpdateDate) " +
        `SELECT seq, CONCAT('01', 20 + seq MOD 7, LPAD(seq, 9, '0')), ${NAME}, ELT(1 + seq MOD 3, 2, 12, 13), 3, ` +
        "'2025-01-01' + INTERVAL seq MOD 500 DAY, '2026-12-01' + INTERVAL seq MOD 500 DAY, CONCAT(seq, '.jpg'), " +
        `'2025-01-01 08:00:00' + INTERVAL seq * 40 SECOND FROM seq_${from}_to_${to}`,
    );
  }
  await run("ANALYZE TABLE members");
  const surroundings = { clock: new SystemClock(), log: new SilentLog() };
  const inlislite = await openMysqlInlislite({ ...place, budgetMs: 30_000 }, surroundings, never);
  const { host, port, database, user, password } = place;
  const bare = await createConnection({ host, port, database, user, password, dateStrings: true });
  return { server: running, place, inlislite, bare, run };
}

/** A mirror in a file of its own, empty. */
export function emptyMirror(): { readonly parts: (members: ManyMembers) => SettleParts; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-bench-"));
  const clock = new SystemClock();
  const mirror = new SqliteMirrorStore({ file: path.join(folder, "mirror.sqlite"), clock });
  const remove = (): void => {
    mirror.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { parts: ({ inlislite }) => ({ feed: inlislite.feed, mirror, clock }), remove };
}

export async function loadInto(parts: SettleParts): Promise<void> {
  await load(parts, await parts.feed.head(never), () => undefined, never);
}

/** A million members in a mirror, loaded once. */
export function mirroredMembers(): Promise<SettleParts> {
  mirrored ??= (async () => {
    const mirror = emptyMirror();
    process.once("exit", () => mirror.remove());
    const parts = mirror.parts(await manyMembers());
    await loadInto(parts);
    return parts;
  })();
  return mirrored;
}
