import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { figuresOf } from "../../src/bridge/flows/sla/punctuality-view.ts";
import type { LocalDate } from "../../src/kernel/types.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { type Measurement, median, msOf } from "../measurement.ts";
import { once, STANDARD, storyOf, type ToldCases, tellCases, writeResults } from "./told-cases.ts";

const never = new AbortController().signal;
const ASKED = 20;
const LIVE_CASES = 20;

const YEAR = {
  ...{ from: "2026-01-01" as LocalDate, to: "2026-12-31" as LocalDate, standard: STANDARD },
  ...{ step: undefined, channel: undefined, kind: undefined, category: undefined },
};

/** Every case judged anew from its fifteen events, against one bare query that only counts them by case. */
export async function rebuildRate(count: number): Promise<Measurement> {
  const told = await once(`told ${count}`, (empty) => tellCases(empty, count));
  told.store.results.write([], { filled: 0 });
  const ours = await msOf(async () => void told.results.rebuild());
  const bare = bareDatabase(told);
  const query = bare.prepare(
    "SELECT stream, count(*), min(at), max(at), sum(length(data)) FROM events GROUP BY stream",
  );
  const floor = await msOf(async () => void query.all());
  bare.close();
  return { ours: (count * 1_000) / ours, floor: (count * 1_000) / floor, unit: "cases/s" };
}

/** The whole page for a year, p95, against the same figures by window functions in one bare query over the same rows. */
export async function dashboard(count: number): Promise<Measurement> {
  const told = await once(`results ${count}`, async (empty) => writeResults(empty, count));
  const standardOf = (id: string, version?: number) => told.timings.standard(id, version);
  const ours: number[] = [];
  for (let turn = 0; turn < ASKED; turn++) {
    ours.push(await msOf(async () => figuresOf(YEAR, await told.punctuality.find(YEAR, never), standardOf)));
  }
  const bare = bareDatabase(told);
  const query = bare.prepare(BARE);
  const floor: number[] = [];
  for (let turn = 0; turn < 5; turn++)
    floor.push(await msOf(async () => void query.all(YEAR.from, YEAR.to, YEAR.from, YEAR.to)));
  bare.close();
  return { ours: p95(ours), floor: p95(floor), unit: "ms" };
}

/** What each event of a case costs beside its append: judged and written, against one bare durable update. */
export async function liveCost(): Promise<Measurement> {
  const told = await once("live", async ({ results }) => results.start());
  const bare = bareDatabase(told, "bare.sqlite");
  bare.exec("CREATE TABLE IF NOT EXISTS results (id INTEGER PRIMARY KEY, measured_ms INTEGER) STRICT");
  bare.exec("INSERT OR IGNORE INTO results VALUES (1, 0)");
  // Another value each time: SQLite writes nothing where a row stays as it was.
  const update = bare.prepare("UPDATE results SET measured_ms = measured_ms + 1 WHERE id = 1");
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let number = 0; number < LIVE_CASES; number++) {
    const id = uuidV7(told.clock);
    for (const act of storyOf(id)) {
      told.store.events.append({ stream: `case/${id}`, ...act } as NewEvent);
      ours.push(await msOf(async () => told.results.bringUpToDate()));
      floor.push(await msOf(async () => void update.run()));
    }
  }
  bare.close();
  return { ours: median(ours), floor: median(floor), unit: "ms" };
}

function bareDatabase({ folder }: ToldCases, file = "titian.sqlite"): DatabaseSync {
  const sql = new DatabaseSync(path.join(folder, file));
  sql.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  return sql;
}

const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

const BARE = `WITH
  cases AS (SELECT overall, measured_ms, row_number() OVER (ORDER BY measured_ms) AS place, count(*) OVER () AS n
    FROM case_results WHERE is_decided AND day BETWEEN ? AND ?),
  steps AS (SELECT step, verdict, took_ms, row_number() OVER (PARTITION BY step ORDER BY took_ms) AS place,
      count(*) OVER (PARTITION BY step) AS n
    FROM step_results WHERE state = 'done' AND day BETWEEN ? AND ?)
  SELECT 'cases' AS what, max(n) AS n, count(*) FILTER (WHERE overall = 'met') AS on_time,
    max(measured_ms) FILTER (WHERE place <= (n + 1) / 2) AS median,
    max(measured_ms) FILTER (WHERE place <= (n * 9 + 9) / 10) AS p90, max(measured_ms) AS longest FROM cases
  UNION ALL
  SELECT step, max(n), count(*) FILTER (WHERE verdict = 'met'), max(took_ms) FILTER (WHERE place <= (n + 1) / 2),
    max(took_ms) FILTER (WHERE place <= (n * 9 + 9) / 10), max(took_ms) FROM steps GROUP BY step`;
