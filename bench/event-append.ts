import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Clock } from "../src/kernel/clock.ts";
import type { Logger } from "../src/kernel/log.ts";
import type { NewEvent } from "../src/store/event-catalog.ts";
import { openStore } from "../src/store/store.ts";
import { uuidV7 } from "../src/store/uuid-v7.ts";
import { type Measurement, median } from "./measurement.ts";

const ROUNDS = 15;
const APPENDS_A_ROUND = 100;

/** One event appended with its projections, against one bare row in a bare table: both synchronous=FULL, on one disk. */
export async function eventAppend(): Promise<Measurement> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-bench-"));
  try {
    const ours = ourAppend(path.join(folder, "store"));
    const floor = bareInsert(path.join(folder, "bare.sqlite"));
    const laps = Array.from({ length: ROUNDS }, () => ({ ours: lap(ours.once), floor: lap(floor.once) }));
    ours.close();
    floor.close();
    return {
      ours: median(laps.map((round) => round.ours)),
      floor: median(laps.map((round) => round.floor)),
      unit: "ms",
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Subject {
  once(): void;
  close(): void;
}

function ourAppend(folder: string): Subject {
  const store = openStore({ folder, desk: "desk-1", clock: systemClock, log: silent });
  const stream = `case/${uuidV7(systemClock)}`;
  store.events.append({
    stream,
    type: "case.opened",
    data: {
      kind: "new",
      channel: "in-person",
      standardId: "bench",
      standardVersion: 1,
      memberId: "1",
      memberKey: "ab".repeat(32),
      ticket: "A-001",
      day: "2026-11-24",
    },
  });
  const event: NewEvent = { stream, type: "case.stepDone", data: { step: "data-entry", result: "done" } };
  return { once: () => void store.events.append(event), close: () => store.close() };
}

function bareInsert(file: string): Subject {
  const sql = new DatabaseSync(file);
  sql.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  sql.exec("CREATE TABLE events (seq INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT");
  const insert = sql.prepare("INSERT INTO events (data) VALUES (?)");
  const data = JSON.stringify({ step: "data-entry", result: "done" });
  return { once: () => void insert.run(data), close: () => sql.close() };
}

function lap(once: () => void): number {
  const startMs = performance.now();
  for (let count = 0; count < APPENDS_A_ROUND; count++) once();
  return (performance.now() - startMs) / APPENDS_A_ROUND;
}

const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  bootId: "bench",
  sleep: () => Promise.reject(new Error("the store never sleeps")),
};

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silent,
};
