import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase, type StoreDatabase } from "../../src/store/database.ts";
import { ErasureStore } from "../../src/store/erasures.ts";
import { EventLog } from "../../src/store/event-log.ts";
import { HandoverFileStore } from "../../src/store/handover-files.ts";
import { JobOverview } from "../../src/store/job-overview.ts";
import { SqliteJobStore } from "../../src/store/job-store.ts";
import { MemberFiles } from "../../src/store/member-files.ts";
import type { SiteKey } from "../../src/store/site-key.ts";
import { TicketStore } from "../../src/store/ticket-store.ts";
import { Vault } from "../../src/store/vault.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "titian-plans-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Indexes that hold only what is not over: reading one from end to end does not grow with the past. */
const OF_THE_PRESENT = ["print_jobs_unfinished", "print_jobs_waiting", "cases_open"];

/** Every question that the parts made by `make` will ever ask, as SQLite would go about it. */
function plansOf(make: (db: StoreDatabase) => unknown): readonly (readonly [string, string])[] {
  using db = openDatabase({ folder });
  const asked: string[] = [];
  const listening = new Proxy(db, {
    get(target, name) {
      if (name === "prepare")
        return (sql: string) => {
          asked.push(sql);
          return target.prepare(sql);
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  make(listening);
  return asked
    .filter((sql) => sql.trimStart().startsWith("SELECT"))
    .map((sql) => [
      sql,
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join("\n"),
    ]);
}

const jobStore = (db: StoreDatabase) => {
  const around = { db, desk: "desk-1", clock: new ManualClock() };
  const events = new EventLog({ ...around, log: new SilentLog(), projector: { apply: () => undefined } });
  return new SqliteJobStore({ ...around, events });
};

const plans = plansOf((db) => [jobStore(db), new JobOverview(db, "desk-1")]).filter(
  ([sql]) => !/FROM events/u.test(sql),
);

describe("a question for what is a member's own, and for what is to be erased by rule", () => {
  const made = (db: StoreDatabase): unknown => [
    new MemberFiles(db, new Vault({ folder, siteKey: randomBytes(32) as SiteKey, clock: new ManualClock() })),
    new ErasureStore(db, undefined as never),
    new HandoverFileStore(db, "desk-1"),
  ];
  it.each(plansOf(made))("reads no table from end to end: %s", (_, plan) => {
    expect(plan).not.toMatch(/SCAN (events|cases|complaints|print_jobs|handover_files)(?! USING COVERING)/u);
  });
});

describe("a question to the queue", () => {
  it.each(plansOf((db) => new TicketStore(db)))(
    "reads what is of its day, and none of the numbers of before: %s",
    (_, plan) => expect(plan).not.toMatch(/SCAN tickets|tickets_by_call/u),
  );
});

describe("a question to the print ledger", () => {
  it.each(plans)("reads no more for all the past there is: %s", (_, plan) => {
    const whole = plan
      .split("\n")
      .filter((step) => step.startsWith("SCAN"))
      .filter((step) => !OF_THE_PRESENT.some((index) => step.includes(index)));
    expect(whole).toEqual([]);
  });

  it("about the cards that need a person reads them in the order in which they are shown, by their time", () => {
    const [, plan] = plans.find(([sql]) => sql.includes("BETWEEN")) ?? [];
    expect(plan).toMatch(
      /SEARCH job USING INDEX print_jobs_unsettled \(desk=\? AND printer=\? AND updated_at>\? AND updated_at<\?\)/u,
    );
    expect(plan).not.toContain("TEMP B-TREE");
  });

  it("about a member's newest proved card is answered from its index alone", () => {
    const [, plan] = plans.find(([sql]) => sql.includes("max(updated_at)")) ?? [];
    expect(plan).toBe("SEARCH print_jobs USING COVERING INDEX print_jobs_proved (member_key=?)");
  });
});
