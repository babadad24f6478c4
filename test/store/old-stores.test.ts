import { copyFileSync, cpSync, readdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import type { EventType, NewEvent } from "../../src/store/event-catalog.ts";
import { EVENT_COLUMNS, type EventRow, sealed } from "../../src/store/event-row.ts";
import { rebuildStore } from "../../src/store/store.ts";
import { dumpOf } from "./projection-dump.ts";
import { StorePlayer } from "./store-player.ts";
import { openTestStore, temporaryFolder, wantedJob } from "./test-store.ts";

const MIGRATIONS = path.resolve("src/store/migrations");
const SCRIPTS = readdirSync(MIGRATIONS).sort();
const LEVELS = SCRIPTS.map((_, index) => index + 1).slice(0, -1);

/** With which level of the store a type of event came; what is not named was there from the first on. */
const SINCE: readonly (readonly [RegExp, number])[] = [
  [/^case\.(queued|called|missed|queueLeft)$/u, 20],
  [/^survey\./u, 21],
  [/^operator\./u, 24],
  [/^complaints?\./u, 22],
  [/^design\.kept$/u, 18],
  [/^calendar\./u, 12],
  [/^standard\./u, 11],
  [/^card\.(voided|voidLifted|handedOver|setAside)$/u, 10],
  [/^(batch|printer)\./u, 6],
  [/^(card|lamination|machine|stock)\./u, 5],
  [/^(print\.moved|desk\.printerPaused)$/u, 4],
  [/^design\./u, 3],
  [/^(device\.(adopted|forgotten|renamed|switched)|desk\.routed)$/u, 2],
];
const since = (type: EventType): number => SINCE.find(([name]) => name.test(type))?.[1] ?? 1;

/** The script that brought the order among desks. */
const ORDER_SINCE = 25;

/** Fields that came later than their event. */
const FIELDS_SINCE: Readonly<Record<string, number>> = {
  ...{ memberId: 4, priority: 4, batch: 4, templateVersion: 4 },
  ...{ frontOnly: 15, sheet: 16, designFile: 28 },
};
const HAS_NEW_FIELDS: readonly EventType[] = ["print.accepted", "print.moved", "batch.opened"];

/** As a Titian of that level would have written it. */
function asOf(level: number, event: NewEvent): NewEvent {
  if (event.type === "batch.sheetSent" && level < 18) {
    const placed = event.data.placed.map(({ version: _, ...place }) => place);
    return { ...event, data: { ...event.data, placed } };
  }
  if (!HAS_NEW_FIELDS.includes(event.type)) return event;
  const fields = Object.entries(event.data).filter(([field]) => (FIELDS_SINCE[field] ?? 1) <= level);
  return { ...event, data: Object.fromEntries(fields) } as NewEvent;
}

let played: readonly NewEvent[] | undefined;

/** What a busy desk has written by today; the same for every level. */
function today(): readonly NewEvent[] {
  if (played) return played;
  const { store, clock } = openTestStore();
  const player = new StorePlayer(store, clock);
  // Every kind of act in its turn, each with ever other particulars.
  for (let nth = 0; nth < 600; nth++)
    player.play({ kind: nth % 24, which: (nth * 7) % 41, how: (nth * 13) % 201 });
  const { job } = store.jobs.accept(wantedJob({ memberId: "7" }));
  store.jobs.advance(job.job, { to: "rendered", sha256: "0".repeat(64) });
  store.jobs.advance(job.job, { to: "verified", symbology: "]C0" });
  store.jobs.advance(job.job, { to: "spooling" });
  store.jobs.advance(job.job, { to: "spoiled", reason: "wrong-data" });
  played = [...store.events.readAll()].map(({ stream, type, data }) => ({ stream, type, data }) as NewEvent);
  return played;
}

/** What a Titian of that level brought. */
function scriptsUpTo(level: number): URL {
  const scripts = temporaryFolder();
  for (const script of SCRIPTS.slice(0, level))
    copyFileSync(path.join(MIGRATIONS, script), path.join(scripts, script));
  return pathToFileURL(`${scripts}/`);
}

/** A store with only the first so many scripts, and with the tables that today's code makes of such a log. */
function oldStore(level: number): string {
  const { store, folder: newest } = openTestStore();
  store.events.append(
    today()
      .filter(({ type }) => since(type) <= level)
      .map((event) => asOf(level, event)),
  );
  store.close();

  const folder = temporaryFolder();
  openDatabase({ folder, migrations: scriptsUpTo(level) }).close();
  for (const kept of ["site-key", "vault"])
    cpSync(path.join(newest, kept), path.join(folder, kept), { recursive: true });

  const sql = new DatabaseSync(path.join(folder, "titian.sqlite"));
  sql.exec(`ATTACH '${path.join(newest, "titian.sqlite")}' AS newest`);
  const known = [...Object.keys(dumpOf(newest)), "events", "outbox", "site"];
  const there = sql.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").all();
  for (const name of there.map((table) => String(table["name"])).filter((table) => known.includes(table))) {
    if (name === "events" && level < ORDER_SINCE) {
      eventsOfThen(sql);
      continue;
    }
    // What a column of before said is told elsewhere now, or by the log.
    const columns = sql
      .prepare(
        `SELECT name FROM pragma_table_info('${name}') AS old
         WHERE EXISTS (SELECT 1 FROM pragma_table_info('${name}', 'newest') AS new WHERE new.name = old.name)`,
      )
      .all();
    // Rows keep their places, which say what came first.
    const places = name === "events" ? [] : ["rowid"];
    const listed = [...places, ...columns.map((column) => String(column["name"]))].join(", ");
    sql.exec(`INSERT INTO main.${name} (${listed}) SELECT ${listed} FROM newest.${name} ORDER BY rowid`);
  }
  sql.close();
  return folder;
}

/** The order among desks was in no line then, nor in what a line was sealed with. */
function eventsOfThen(sql: DatabaseSync): void {
  const columns = EVENT_COLUMNS.split(", ").slice(0, -1);
  const write = sql.prepare(
    `INSERT INTO main.events (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const rows = sql.prepare("SELECT * FROM newest.events ORDER BY rowid").all() as unknown as EventRow[];
  for (const row of rows) write.run(...sealed({ ...row, logical: null }).slice(0, -1));
}

describe("a store of an earlier Titian", () => {
  it.each(LEVELS)(
    "that had the first %d scripts has every projection right once today's code has opened it",
    (level) => {
      const folder = oldStore(level);
      openTestStore(folder).store.close();
      const migrated = dumpOf(folder);
      rebuildStore(folder);
      expect(migrated).toEqual(dumpOf(folder));
      expect(migrated["print_jobs"]?.length).toBeGreaterThan(5);
    },
  );

  it("learns from the log why its cards were spoiled", () => {
    const folder = oldStore(6);
    openDatabase({ folder, migrations: scriptsUpTo(7) }).close();
    const spoiled = jobsOf(folder).filter(({ state }) => state === "spoiled");
    expect(spoiled.map((row) => row["spoiled_reason"])).toContain("wrong-data");
    expect(spoiled.filter((row) => row["spoiled_reason"] === null)).toEqual([]);
    const others = jobsOf(folder).filter(({ state }) => state !== "spoiled");
    expect(others.map((row) => row["spoiled_reason"])).toEqual(others.map(() => null));
  });
});

const jobsOf = (folder: string) => (dumpOf(folder)["print_jobs"] ?? []) as Record<string, unknown>[];
