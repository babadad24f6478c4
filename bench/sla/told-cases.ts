import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import { CaseTimings } from "../../src/bridge/flows/case-timings.ts";
import { CaseResults } from "../../src/bridge/flows/sla/case-results.ts";
import { Punctuality } from "../../src/bridge/flows/sla/punctuality.ts";
import { judgingRules } from "../../src/bridge/standard-parts.ts";
import type { CaseId, LocalDate } from "../../src/kernel/types.ts";
import type { Judged } from "../../src/store/case-results.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { ManualClock } from "../../test/harness/manual-clock.ts";
import { SilentLog } from "../../test/harness/silent-log.ts";

export const STANDARD = "id.lebak.pembuatan-kta";
/** Cases that the desk serves at once: their events are written together, as each costs one flush of the disk. */
const AT_ONCE = 100;
const EVENTS_EACH = 15;
const JOB = "01900000-0000-7000-8000-000000000001";

export interface ToldCases {
  readonly folder: string;
  readonly store: Store;
  readonly clock: ManualClock;
  readonly results: CaseResults;
  readonly punctuality: Punctuality;
  readonly timings: CaseTimings;
}

const made = new Map<string, Promise<ToldCases>>();

/** Made once under its name; gone with the process. */
export function once(name: string, fill: (told: ToldCases) => Promise<void>): Promise<ToldCases> {
  const known = made.get(name) ?? make(fill);
  made.set(name, known);
  return known;
}

async function make(fill: (told: ToldCases) => Promise<void>): Promise<ToldCases> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-bench-"));
  const clock = new ManualClock(new Date("2026-01-01T01:00:00Z"));
  const log = new SilentLog();
  const store = openStore({ folder, desk: "desk-1", clock, log });
  process.once("exit", () => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const work = { needsPhoto: () => true, route: ["cut", "laminate"] } as const;
  const config = demoConfig({ folder, port: 0 });
  const { shelf: standards, judgingFor } = judgingRules({ config, store, clock });
  const timings = new CaseTimings({ store, standards, work, clock });
  const results = new CaseResults({ store, timings, judgingFor, clock, log });
  const punctuality = new Punctuality({ store, results, timings });
  const told = { folder, store, clock, results, punctuality, timings };
  await fill(told);
  return told;
}

/** Fifteen events each, from the first question to the hand-over, spread over working days. */
export async function tellCases({ store, clock }: ToldCases, count: number): Promise<void> {
  for (let told = 0; told < count; told += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, count - told) }, () => uuidV7(clock) as CaseId);
    const stories = ids.map((id) => storyOf(id).map((act) => ({ stream: `case/${id}`, ...act }) as NewEvent));
    for (let act = 0; act < EVENTS_EACH; act++) {
      await clock.advance(30_000 + ((told * 7 + act * 11) % 240) * 1_000);
      store.events.append(stories.flatMap((story) => story[act] ?? []));
    }
    await clock.advance(3_600_000);
  }
}

/** One whole case, whose photo goes by the case's own id. */
export const storyOf = (id: string): readonly Pick<NewEvent, "type" | "data">[] => [
  {
    type: "case.opened",
    data: {
      ...{ kind: "new", channel: "in-person", standardId: STANDARD, standardVersion: 1 },
      ...{ memberId: "1", memberKey: "ab".repeat(32), ticket: "A-001", day: "2026-01-02", needsPhoto: true },
    },
  },
  { type: "case.requirementsChecked", data: { documents: ["r1"] } },
  { type: "case.stepDone", data: { step: "form-electronic", result: "done" } },
  { type: "case.paused", data: { reason: "applicant-away" } },
  { type: "case.resumed", data: {} },
  { type: "case.stepDone", data: { step: "data-entry", result: "done" } },
  { type: "case.photoTaken", data: { photo: id, source: "camera" } },
  { type: "case.photoDelivered", data: { how: "page", confirmed: true } },
  { type: "case.dataChecked", data: { revised: false } },
  { type: "case.printRequested", data: { job: JOB } },
  { type: "case.printConfirmed", data: { job: JOB, by: "scan" } },
  { type: "case.cardCut", data: {} },
  { type: "case.cardLaminated", data: {} },
  { type: "case.madeReady", data: {} },
  { type: "case.handedOver", data: { phoneConfirmed: true, signature: "paper", file: null } },
];

/** As a judge would have left them: one year of days, every time different, one in ten late. */
export function writeResults({ store }: ToldCases, count: number): void {
  const batch: Judged[] = [];
  for (let number = 0; number < count; number++) {
    batch.push(judged(number));
    if (batch.length === 1_000) store.results.write(batch.splice(0), undefined);
  }
  store.results.write(batch, undefined);
}

const STEPS = ["intake", "form-electronic", "data-entry", "photo", "verify", "print-and-handover"] as const;

function judged(number: number): Judged {
  const openedAt = new Date(Date.UTC(2026, 0, 1 + (number % 365), 2));
  const day = openedAt.toISOString().slice(0, 10) as LocalDate;
  const measuredMs = 500_000 + ((number * 7_919) % 1_044_000);
  const verdict = measuredMs <= 1_440_000 ? "met" : "late";
  const hex = number.toString(16).padStart(12, "0");
  const tookMs = (index: number): number => 20_000 + ((number * 104_729 + index * 7_919) % 400_000);
  return {
    judgedBy: "bench",
    result: {
      case: `01900000-0000-7000-8000-${hex}` as CaseId,
      group: {
        ...{ standardId: STANDARD, standardVersion: 1, channel: "in-person", category: "" },
        kind: number % 3 === 0 ? "renewal" : "new",
      },
      ...{ desk: "desk-1", ticket: "A-001", day, status: "handed-over", openedAt },
      ...{ readyAt: openedAt, takenAt: openedAt, closedAt: openedAt },
      ...{ published: verdict, stepSum: "not-judged", overall: verdict, isDecided: true },
      ...{ measuredMs, grossMs: measuredMs, netMs: measuredMs, libraryMs: measuredMs, applicantMs: 0 },
      ...{ queueMs: undefined, pauses: [], limitSeconds: 1_440, dueAt: openedAt, isAbandoned: false },
      ...{ isClockSuspect: false, spoiled: 0, reprints: 0 },
      lateReason: verdict === "late" && number % 2 === 0 ? "long-queue" : undefined,
    },
    steps: STEPS.map((step, index) => ({
      ...{ step, seq: index + 1, state: "done", isAbandoned: false, tookMs: tookMs(index) },
      ...{ targetSeconds: 300, allowanceSeconds: 300, verdict: tookMs(index) <= 300_000 ? "met" : "late" },
    })),
  };
}
