import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import mysql from "mysql2/promise";
import { PUSH_EVENTS, Push } from "../src/bridge/exchange/push.ts";
import { SharedConnection } from "../src/bridge/exchange/shared-connection.ts";
import { SharedDatabase } from "../src/bridge/exchange/shared-database.ts";
import { preparation } from "../src/bridge/exchange/shared-schema.ts";
import { SystemClock } from "../src/bridge/system-clock.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { uuidV7 } from "../src/store/uuid-v7.ts";
import { startMariaDb } from "../test/harness/mariadb.ts";
import { SilentLog } from "../test/harness/silent-log.ts";
import { type Measurement, median, msOf } from "./measurement.ts";

/** Days of a busy desk that was cut off. */
const EVENTS = 5_000;
const ROUNDS = 5;
const PASSWORD = "a-password-of-your-own";

/** A desk that catches up, sealing and all, against the same rows in as many bare statements. */
export async function exchangePush(): Promise<Measurement> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-bench-"));
  const server = await startMariaDb();
  const { host, port } = server;
  const place = { database: "titian", user: "titian_exchange", host };
  for (const statement of preparation(place)) await server.run(statement);
  const clock = new SystemClock();
  const log = new SilentLog();
  const store = openStore({ folder, desk: "desk-1", clock, log });
  try {
    fill(store, clock);
    const never = new AbortController().signal;
    const options = { ...place, port, password: PASSWORD, budgetMs: 30_000 };
    await using connection = await SharedConnection.open(options, clock, never);
    const bare = await mysql.createConnection({
      host,
      port,
      user: place.user,
      password: PASSWORD,
      database: "titian",
    });
    const shared = new SharedDatabase(connection, never);
    const laps: Measurement[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await server.run("TRUNCATE events", { database: "titian" });
      const ours = await msOf(() => new Push(shared, { store, desk: "desk-1", log }).all());
      const rows = await shared.after("desk-1", 0, EVENTS);
      await server.run("TRUNCATE events", { database: "titian" });
      const floor = await msOf(() => inserted(bare, rows.map(Object.values)));
      laps.push({ ours: perSecond(ours), floor: perSecond(floor), unit: "events/s" });
    }
    await bare.end();
    return {
      ours: median(laps.map(({ ours }) => ours)),
      floor: median(laps.map(({ floor }) => floor)),
      unit: "events/s",
    };
  } finally {
    store.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const perSecond = (ms: number): number => (EVENTS / ms) * 1_000;

function fill({ events }: Store, clock: SystemClock): void {
  for (let portion = 0; portion < EVENTS / 100; portion++) {
    const stream = `case/${uuidV7(clock)}`;
    events.append(
      Array.from({ length: 100 }, () => ({
        ...{ stream, type: "case.stepDone", data: { step: "data-entry", result: "done" } },
      })),
    );
  }
}

async function inserted(bare: mysql.Connection, rows: readonly unknown[][]): Promise<void> {
  const columns =
    "desk, seq, after_seq, id, stream, type, at, monotonic_ms, boot_id, operator, data, logical, seal";
  for (let from = 0; from < rows.length; from += PUSH_EVENTS)
    await bare.query(`INSERT INTO events (${columns}) VALUES ?`, [rows.slice(from, from + PUSH_EVENTS)]);
}
