import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import type { NewJob } from "../../src/cards/print-job.ts";
import type { CaseId, DeviceId, MemberKey } from "../../src/kernel/types.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { type Measurement, median, msOf } from "../measurement.ts";
import { silent } from "../servers/silent.ts";

const PAST_JOBS = 100_000;
/** Each of that many members has had four cards. */
const MEMBERS = 25_000;
const A_TRANSACTION = 2_000;
const ROUNDS = 51;
const WAITING = 20;
const HOUR_MS = 3_600_000;
const ASKED = {
  unprovedAfterMs: { desk: HOUR_MS, today: HOUR_MS, bulk: HOUR_MS },
  forgottenAfterMs: 100 * HOUR_MS,
};
const PRINTER = "bench-printer" as DeviceId;
const clock = new SystemClock();

const memberKey = (nth: number): MemberKey => nth.toString(16).padStart(64, "0") as MemberKey;

const newJob = (nth: number, caseId: CaseId | undefined): NewJob => ({
  ...{ requestKey: uuidV7(clock), case: caseId, memberId: String(nth), memberKey: memberKey(nth) },
  ...{ printer: PRINTER, priority: "desk", batch: undefined, template: "lengkung", templateVersion: 1 },
  ...{ reprintOf: undefined, reprintReason: undefined },
});

function pastJob(nth: number): readonly NewEvent[] {
  const stream = `print/${uuidV7(clock)}`;
  const { case: _, batch: __, memberId: ___, ...job } = newJob(nth % MEMBERS, undefined);
  const { requestKey, printer, template, priority } = job;
  const data = { requestKey, printer, template, priority, memberKey: job.memberKey };
  return [
    { stream, type: "print.accepted", data: { ...data, case: null, reprintOf: null, reprintReason: null } },
    { stream, type: "print.advanced", data: { to: "confirmed", by: "scan" } },
  ];
}

/** Twenty cards of open cases wait in both; one has a past. */
class Desk implements Disposable {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "titian-bench-"));
  readonly cases: CaseId[] = [];
  store: Store;

  constructor(past: number) {
    this.store = this.#open();
    for (let nth = 0; nth < past; nth += A_TRANSACTION)
      this.store.events.append(
        Array.from({ length: A_TRANSACTION }, (_, index) => pastJob(nth + index)).flat(),
      );
    for (let nth = 0; nth < WAITING; nth++) {
      const caseId = uuidV7(clock) as CaseId;
      this.store.events.append({
        stream: `case/${caseId}`,
        type: "case.opened",
        data: {
          ...{ kind: "new", channel: "in-person", standardId: "bench", standardVersion: 1 },
          ...{ memberId: String(nth), memberKey: memberKey(nth), ticket: null, day: "2026-11-24" },
        },
      });
      this.store.jobs.accept(newJob(nth, caseId));
      this.cases.push(caseId);
    }
  }

  reopen(): void {
    this.store.close();
    this.store = this.#open();
  }

  [Symbol.dispose](): void {
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #open(): Store {
    return openStore({ folder: this.folder, desk: "desk-1", clock, log: silent });
  }
}

/** What the daemon asks its queue, at every card, page or start. */
export const QUEUE_QUESTIONS = {
  "accept a job": ({ store, cases }: Desk, round: number) =>
    store.jobs.accept(newJob(MEMBERS + round, cases[round % WAITING])),
  "the queue's page": ({ store }: Desk) => [
    store.jobs.waiting(PRINTER, 50),
    store.jobs.countWaiting(PRINTER),
    store.jobOverview.asked(PRINTER, { now: clock.now(), ...ASKED }, 50),
  ],
  "jobs of a case": ({ store, cases }: Desk, round: number) =>
    store.jobs.byCase(cases[round % WAITING] ?? ("" as CaseId)),
  "jobs of a member": ({ store }: Desk, round: number) => store.jobs.byMember(memberKey(round)),
  "unfinished jobs": ({ store }: Desk) => store.jobs.unfinished(),
  "cards that may be in the tray": ({ store }: Desk) => store.jobs.mayBeInTray(),
  "newest proved card of a member": ({ store }: Desk, round: number) => store.jobs.provedAt(memberKey(round)),
  "open the store": (desk: Desk) => desk.reopen(),
} as const;
export type QueueQuestion = keyof typeof QUEUE_QUESTIONS;

let both: { readonly full: Desk; readonly empty: Desk } | undefined;

/** Made once for all questions and repeats: writing the past takes longer than asking about it. */
function desks() {
  if (both) return both;
  const made = { full: new Desk(PAST_JOBS), empty: new Desk(0) };
  process.once("exit", () => {
    made.full[Symbol.dispose]();
    made.empty[Symbol.dispose]();
  });
  both = made;
  return made;
}

/** Milliseconds for one question with a hundred thousand past jobs, against the same without any. */
export async function queueHistory(question: QueueQuestion): Promise<Measurement> {
  const { full, empty } = desks();
  const ask = QUEUE_QUESTIONS[question];
  const laps = { ours: [] as number[], floor: [] as number[] };
  const rounds = question === "open the store" ? 7 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    laps.floor.push(await msOf(async () => ask(empty, round)));
    laps.ours.push(await msOf(async () => ask(full, round)));
  }
  return { unit: "ms", ours: median(laps.ours), floor: median(laps.floor) };
}
