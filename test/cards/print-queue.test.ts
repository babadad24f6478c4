import { describe, expect, it } from "vitest";
import type { NewJob } from "../../src/cards/print-job.ts";
import { PrintLedger } from "../../src/cards/print-ledger.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { CaseId, DeviceId, JobId } from "../../src/kernel/types.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { dewi, HandPrinter, paper, request } from "./fake-printer.ts";
import { MemoryJobs, MemoryPauses } from "./memory-jobs.ts";

const never = new AbortController().signal;
const HERE = "printer-1" as DeviceId;
const THERE = "printer-2" as DeviceId;
const to = (printer: DeviceId) => ({ printer, frontOnly: false });

/** One desk with two printers that do what the test says. */
async function desk(store = new MemoryJobs(), pauses = new MemoryPauses()) {
  const clock = new ManualClock();
  const printers = { [HERE]: new HandPrinter(), [THERE]: new HandPrinter() };
  const away = new Set<DeviceId>();
  const ledger = new PrintLedger({
    ...{ store, pauses, clock, log: new SilentLog(), renderer: paper },
    contentOf: async () => dewi,
    sinkFor: (printer) => {
      if (away.has(printer)) throw new TitianError("DEVICE_NOT_CONNECTED");
      return printers[printer]!;
    },
  });
  await ledger.start(never);
  let n = 0;
  const ask = async (change: Partial<NewJob> = {}): Promise<JobId> => {
    n++;
    const wanted = { requestKey: `key-${n}`, case: `case-${n}` as CaseId, printer: HERE, ...change };
    const { job } = ledger.submit(request(wanted));
    await clock.advance(0);
    return job.job;
  };
  const sent = (printer = HERE) => printers[printer]!.prints.map(({ jobName }) => jobName);
  const out = async (printer = HERE): Promise<void> => {
    printers[printer]!.prints.at(-1)?.resolve();
    await clock.advance(0);
  };
  return { ledger, clock, store, pauses, printers, away, ask, sent, out };
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return TitianError.from(error).code;
  }
  return "";
};

describe("the print queue", () => {
  it("lets whoever stands at the desk wait for one card of a batch, and no longer", async () => {
    const { ask, sent, out } = await desk();
    const first = await ask({ priority: "bulk" });
    const second = await ask({ priority: "bulk" });
    const promised = await ask({ priority: "today" });
    const atDesk = await ask({ priority: "desk" });
    const behind = await ask({ priority: "desk" });
    for (let card = 0; card < 5; card++) await out();
    expect(sent()).toEqual([first, atDesk, behind, promised, second]);
  });

  it("keeps the order of acceptance when the clock goes back", async () => {
    const { ask, sent, out, clock } = await desk();
    const jobs: JobId[] = [];
    for (let card = 0; card < 3; card++) {
      jobs.push(await ask({ priority: "bulk" }));
      clock.jumpWall(-86_400_000);
    }
    for (let card = 0; card < 3; card++) await out();
    expect(sent()).toEqual(jobs);
  });

  it("sends nothing more while it is paused, also after a restart, and goes on where it was", async () => {
    const { ledger, ask, sent, out, store, pauses } = await desk();
    const inside = await ask();
    ledger.pause(HERE);
    const waits = await ask();
    await out();
    expect(store.get(inside)?.state).toBe("reported");
    expect(sent()).toEqual([inside]);

    await ledger.stop();
    const again = await desk(store, pauses);
    await again.clock.advance(60_000);
    expect(again.sent()).toEqual([]);
    again.ledger.resume(HERE);
    await again.clock.advance(0);
    expect(again.sent()).toEqual([waits]);
  });

  it("calls a card off before ink for good, and not afterwards", async () => {
    const { ledger, ask, sent, out, store } = await desk();
    const inside = await ask();
    const waits = await ask();
    expect(ledger.cancel(waits).state).toBe("cancelled");
    expect(ledger.cancel(waits).state).toBe("cancelled");
    expect(codeOf(() => ledger.cancel(inside))).toBe("JOB_STATE");
    await out();
    expect(sent()).toEqual([inside]);
    expect(store.get(waits)?.state).toBe("cancelled");
  });

  it("moves a waiting card to another printer as the same job, and none that was sent", async () => {
    const { ledger, ask, sent, store } = await desk();
    const inside = await ask();
    const waits = await ask();
    const { requestKey } = store.get(waits) ?? {};
    expect(ledger.move(waits, to(THERE))).toMatchObject({ job: waits, requestKey, printer: THERE });
    expect(codeOf(() => ledger.move(inside, to(THERE)))).toBe("JOB_STATE");
    await Promise.resolve();
    expect(ledger.running(THERE)).toBe(waits);
    expect(sent()).toEqual([inside]);
  });

  it("sends a card once that is moved while it is being drawn", async () => {
    const { ledger, clock, sent } = await desk();
    const { job } = ledger.submit(request());
    ledger.move(job.job, to(THERE));
    ledger.move(job.job, to(HERE));
    ledger.move(job.job, to(THERE));
    await clock.advance(0);
    expect([sent(HERE), sent(THERE)]).toEqual([[], [job.job]]);
  });

  it("tells who stands at the desk at once that the printer is out, and lets a batch wait for it", async () => {
    const { ask, away, clock, sent, store } = await desk();
    away.add(HERE);
    const ofBatch = await ask({ priority: "bulk" });
    const atDesk = await ask({ priority: "desk" });
    expect(store.get(atDesk)).toMatchObject({
      state: "failed",
      failure: "DEVICE_NOT_CONNECTED",
      ink: "none",
    });
    await clock.advance(3_600_000);
    expect(store.get(ofBatch)?.state).toBe("accepted");
    away.clear();
    await clock.advance(10_000);
    expect(sent()).toEqual([ofBatch]);
  });

  it("stops a batch at the card that came to grief, serves the desk meanwhile, and goes on at the next", async () => {
    const { ledger, ask, sent, out, printers, clock, pauses } = await desk();
    const jams = await ask({ priority: "bulk" });
    const next = await ask({ priority: "bulk" });
    printers[HERE]!.prints[0]?.reject(new TitianError("PRINTER_JAM"));
    await clock.advance(0);
    expect(pauses.of(HERE)).toMatchObject({ holds: "bulk", why: "trouble" });
    const atDesk = await ask({ priority: "desk" });
    await out();
    expect(sent()).toEqual([jams, atDesk]);
    ledger.resume(HERE);
    await clock.advance(0);
    expect(sent()).toEqual([jams, atDesk, next]);
  });

  it("goes on with the batch when something is wrong with one member alone", async () => {
    const { ask, sent, clock, pauses, store } = await desk();
    const first = await ask({ priority: "bulk" });
    store.advance(first, { to: "failed", code: "MEMBER_EXPIRED", ink: "none" });
    expect(sent()).toEqual([first]);
    await clock.advance(0);
    expect(pauses.of(HERE)).toBeUndefined();
  });

  it("holds no card of five hundred in memory: each is asked for when its turn has come", async () => {
    const { store, clock } = await desk();
    let drawn = 0;
    const printer = new HandPrinter();
    const ledger = new PrintLedger({
      ...{ store, pauses: new MemoryPauses(), clock, log: new SilentLog(), sinkFor: () => printer },
      renderer: paper,
      contentOf: async () => {
        drawn++;
        return dewi;
      },
    });
    await ledger.start(never);
    for (let n = 0; n < 500; n++)
      ledger.submit(request({ requestKey: `b-${n}`, case: `b-${n}` as CaseId, priority: "bulk" }));
    await clock.advance(0);
    expect([drawn, printer.prints.length]).toEqual([1, 1]);
  });
});
