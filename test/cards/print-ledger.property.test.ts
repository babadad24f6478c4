import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardSink, type JobStore, PRIORITIES, type PrintJob } from "../../src/cards/print-job.ts";
import { PrintLedger } from "../../src/cards/print-ledger.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { CaseId, DeviceId, JobId, MemberKey } from "../../src/kernel/types.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { dewi, paper, request } from "./fake-printer.ts";
import { MemoryJobs, MemoryPauses } from "./memory-jobs.ts";

const PRINTINGS = [
  "out",
  "spooled-then-out",
  "refused",
  "jam",
  "spooled-then-jam",
  "silent",
  "spooled-then-silent",
] as const;
const OUTCOMES = ["pending", "completed", "aborted", "vanished", "unknown", "cable-out"] as const;
const REASONS = [undefined, "did-not-come-out", "spoiled"] as const;

/** Until `lives` calls have been made, the process lives; then every call of it fails, as after a SIGKILL. */
class Life {
  #lives = Infinity;

  killAfter(calls: number): void {
    this.#lives = calls;
  }

  spend(): void {
    if (this.#lives <= 0) throw new Error("killed");
    this.#lives--;
  }
}

/** Dies before a write or just after it, when the caller never learns that it was made. */
function mortal(store: JobStore, life: Life): JobStore {
  const write = <T>(work: () => T): T => {
    life.spend();
    const result = work();
    life.spend();
    return result;
  };
  return {
    accept: (asked) => write(() => store.accept(asked)),
    advance: (job, change) => write(() => store.advance(job, change)),
    get: (job) => store.get(job),
    move: (job, to) => write(() => store.move(job, to)),
    byMember: (key) => store.byMember(key),
    waiting: (printer, most) => store.waiting(printer, most),
    hasWaiting: (printer, priority) => store.hasWaiting(printer, priority),
    byCase: (id) => store.byCase(id),
    unfinished: () => store.unfinished(),
  };
}

/** The world that survives: the disk, the printer, and what really happened there. */
class World {
  readonly store = new MemoryJobs();
  readonly pauses = new MemoryPauses();
  readonly clock = new ManualClock();
  readonly promised = new Set<JobId>();
  readonly cancelled = new Set<JobId>();
  readonly wrong: JobId[] = [];
  readonly sent: string[] = [];
  readonly out = new Set<string>();
  readonly refused = new Set<string>();
  printing: (typeof PRINTINGS)[number] = "out";
  answer: (typeof OUTCOMES)[number] = "completed";
  life = new Life();
  ledger = this.#daemon();

  #daemon(): PrintLedger {
    const life = this.life;
    return new PrintLedger({
      store: mortal(this.store, life),
      pauses: this.pauses,
      clock: this.clock,
      log: new SilentLog(),
      renderer: paper,
      sinkFor: (printer) => this.#sink(life, printer),
      contentOf: async () => dewi,
    });
  }

  async restart({ politely }: { readonly politely: boolean }): Promise<void> {
    if (politely) await this.ledger.stop();
    this.life.killAfter(0);
    this.life = new Life();
    this.ledger = this.#daemon();
    await this.ledger.start(new AbortController().signal);
  }

  /** One of those before ink, where there is one. */
  waiting(n: number): PrintJob {
    const waiting = (["p-0", "p-1"] as DeviceId[]).flatMap((printer) => this.store.waiting(printer, 99));
    return waiting[n % waiting.length] ?? this.store.all[n]!;
  }

  /** Called off and acknowledged: from then on it must never be sent. */
  cancel(job: JobId): void {
    this.ledger.cancel(job);
    this.cancelled.add(job);
  }

  #sink(life: Life, printer: DeviceId): CardSink {
    return {
      print: async ({ jobName }, spooled, signal) => {
        life.spend();
        this.assertTurn(jobName as JobId, printer);
        this.sent.push(jobName);
        const how = this.printing;
        if (how.startsWith("spooled")) spooled(`ref-${jobName}`);
        if (how === "refused") this.refused.add(jobName);
        if (how === "refused") throw new TitianError("PRINTER_REFUSED");
        if (how.endsWith("jam")) throw new TitianError("PRINTER_JAM");
        if (how.endsWith("silent"))
          return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
        this.out.add(jobName);
      },
      outcome: async (reference) => {
        if (this.answer === "cable-out") throw new TitianError("DEVICE_NOT_CONNECTED");
        if (this.answer === "completed") this.out.add(reference.replace("ref-", ""));
        return this.answer;
      },
    };
  }

  /** Whoever is sent is at this printer, was not called off, and is not held back. */
  assertTurn(id: JobId, printer: DeviceId): void {
    const job = this.store.get(id)!;
    const holds = this.pauses.of(printer)?.holds;
    const isHeld = holds === "all" || (holds === "bulk" && job.priority === "bulk");
    if (this.cancelled.has(id) || job.printer !== printer || isHeld) this.wrong.push(id);
  }

  assertHonest(): void {
    expect(this.wrong).toEqual([]);
    expect(new Set(this.sent).size).toBe(this.sent.length);
    for (const job of this.promised) expect(this.store.get(job)).toBeDefined();
    const reported = this.store.history.filter(({ change }) => change.to === "reported");
    for (const { job } of reported) expect(this.out).toContain(job);
    const withoutInk = this.store.all.filter((job) => job.state === "failed" && job.ink === "none");
    for (const { job } of withoutInk) expect(!this.sent.includes(job) || this.refused.has(job)).toBe(true);
    const keys = this.store.all.map((job) => job.requestKey);
    expect(new Set(keys).size).toBe(keys.length);
  }
}

type Step = (world: World) => unknown;
const attempt =
  (work: Step): Step =>
  (world) => {
    try {
      return work(world);
    } catch {
      // Refused or killed: both are answers here.
    }
  };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.nat(8),
        fc.nat(3),
        fc.nat(1),
        fc.constantFrom(...REASONS),
        fc.constantFrom(...PRIORITIES),
        fc.boolean(),
        fc.nat(5),
      )
      .map(([key, id, printer, reprintReason, priority, isOfBatch, regret]) =>
        attempt((world) => {
          const { ledger, promised } = world;
          const accepted = ledger.submit(
            request({
              requestKey: `key-${key}`,
              case: isOfBatch ? undefined : (`case-${id}` as CaseId),
              memberKey: `member-${id}` as MemberKey,
              batch: isOfBatch ? "batch-1" : undefined,
              priority,
              printer: `p-${printer}` as DeviceId,
              reprintReason,
            }),
          );
          promised.add(accepted.job.job);
          if (regret === 0) world.cancel(accepted.job.job);
        }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...PRINTINGS)
      .map((printing) => (world: World) => Object.assign(world, { printing })),
  },
  fc.constantFrom(...OUTCOMES).map((answer) => (world: World) => Object.assign(world, { answer })),
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(0, 3_000, 700_000, 5_000_000)
      .map((ms) => (world: World) => world.clock.advance(ms)),
  },
  { weight: 2, arbitrary: fc.nat(9).map((calls) => (world: World) => world.life.killAfter(calls)) },
  { weight: 2, arbitrary: fc.boolean().map((politely) => (world: World) => world.restart({ politely })) },
  fc.nat(1).map((n) => attempt(({ ledger }) => ledger.pause(`p-${n}` as DeviceId))),
  {
    weight: 2,
    arbitrary: fc.nat(1).map((n) => attempt(({ ledger }) => ledger.resume(`p-${n}` as DeviceId))),
  },
  { weight: 4, arbitrary: fc.nat(5).map((n) => attempt((world) => world.cancel(world.waiting(n).job))) },
  fc
    .tuple(fc.nat(5), fc.nat(1))
    .map(([n, to]) =>
      attempt((world) =>
        world.ledger.move(world.waiting(n).job, { printer: `p-${to}` as DeviceId, frontOnly: false }),
      ),
    ),
  // Orders and decisions must not hang on the clock: it goes back by days.
  fc.nat(3).map((days) => (world: World) => world.clock.jumpWall(-days * 86_400_000)),
  fc.nat(5).map((n) => attempt(({ ledger, store }) => ledger.confirm(store.all[n]!.job, "scan"))),
  fc.nat(5).map((n) => attempt(({ ledger, store }) => ledger.reject(store.all[n]!.job, "spoiled"))),
);

describe("print ledger under kills and printer faults", () => {
  it("never sends a job twice, never loses an accepted one, never says reported before the card is out or ink-free after it was sent", async () => {
    const seen = { sent: 0, reported: 0, vanished: 0, failed: 0, cancelled: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const world = new World();
        await world.ledger.start(new AbortController().signal);
        for (const each of steps) {
          await each(world);
          await world.clock.advance(0);
          world.assertHonest();
        }
        world.printing = "out";
        world.answer = "unknown";
        await world.restart({ politely: false });
        // Every card that comes to grief stops the batch behind it once more.
        for (let round = 0; round < 10; round++) {
          for (const printer of ["p-0", "p-1"] as DeviceId[]) world.ledger.resume(printer);
          await world.clock.advance(2 * 60 * 60_000);
        }
        world.assertHonest();
        const open = world.store.unfinished().filter((job) => job.state !== "reported");
        expect(open).toEqual([]);
        seen.sent += world.sent.length;
        for (const { change } of world.store.history) {
          if (change.to in seen) seen[change.to as keyof typeof seen]++;
        }
      }),
      { numRuns: 1000 },
    );
    // The property says nothing unless the runs reached the printer and its troubles.
    for (const [state, count] of Object.entries(seen)) expect(count, state).toBeGreaterThan(100);
  });
});
