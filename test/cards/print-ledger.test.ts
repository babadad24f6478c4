import { describe, expect, it } from "vitest";
import type { PrintJob } from "../../src/cards/print-job.ts";
import { PrintLedger, type PrintLedgerDependencies } from "../../src/cards/print-ledger.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { subscribe } from "../../src/kernel/events.ts";
import type { CaseId, DeviceId, JobId } from "../../src/kernel/types.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { dewi, HandPrinter, paper, request } from "./fake-printer.ts";
import { MemoryJobs, MemoryPauses } from "./memory-jobs.ts";

const never = new AbortController().signal;

async function desk(change: Partial<PrintLedgerDependencies> = {}, store = new MemoryJobs()) {
  const clock = new ManualClock();
  const log = new SilentLog();
  const printer = new HandPrinter();
  const dependencies: PrintLedgerDependencies = {
    store,
    pauses: new MemoryPauses(),
    clock,
    log,
    renderer: paper,
    sinkFor: () => printer,
    contentOf: async () => dewi,
    ...change,
  };
  const ledger = new PrintLedger(dependencies);
  const states: string[] = [];
  subscribe(ledger.events, "changed", ({ job }: { job: PrintJob }) => states.push(job.state));
  await ledger.start(never);
  return { clock, log, printer, ledger, states, store };
}

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return TitianError.from(error).code;
  }
  return "";
};

describe("print ledger", () => {
  it("walks a card from accepted to reported, and says reported only when the card is out", async () => {
    const { ledger, clock, printer, states } = await desk();
    const { job, isNew } = ledger.submit(request());
    expect([job.state, isNew]).toEqual(["accepted", true]);
    await clock.advance(0);
    expect(states).toEqual(["accepted", "rendered", "verified", "spooling"]);
    printer.prints[0]?.spooled("evolis-7");
    await clock.advance(60_000);
    expect(states.at(-1)).toBe("spooled");
    printer.prints[0]?.resolve();
    await clock.advance(0);
    expect(states.at(-1)).toBe("reported");
    expect(ledger.confirm(job.job, "scan").confirmedBy).toBe("scan");
    expect(ledger.confirm(job.job, "operator").confirmedBy).toBe("scan");
  });

  it("gives the job of old to a repeated key and prints nothing", async () => {
    const { ledger, clock, printer } = await desk();
    const first = ledger.submit(request());
    const again = ledger.submit(request());
    const elsewhere = ledger.submit(request({ case: "case-2" as CaseId }));
    await clock.advance(0);
    expect([again.isNew, elsewhere.isNew]).toEqual([false, false]);
    expect(again.job.job).toBe(first.job.job);
    expect(printer.prints).toHaveLength(1);
  });

  it("prints one card at a time per printer, and printers side by side", async () => {
    const { ledger, clock, printer } = await desk();
    for (const n of [1, 2, 3]) {
      const on = (n === 3 ? "printer-2" : "printer-1") as DeviceId;
      ledger.submit(request({ requestKey: `key-${n}`, case: `case-${n}` as CaseId, printer: on }));
    }
    await clock.advance(0);
    expect(printer.prints.map((print) => print.jobName).sort()).toEqual(["job-1", "job-3"]);
    printer.prints.find((print) => print.jobName === "job-1")?.reject(new TitianError("PRINTER_JAM"));
    await clock.advance(0);
    expect(printer.prints.at(-1)?.jobName).toBe("job-2");
  });

  it("refuses a second card on its way, and a reprint without a reason", async () => {
    const { ledger, clock, printer, store } = await desk();
    const { job } = ledger.submit(request());
    expect(code(() => ledger.submit(request({ requestKey: "key-2" })))).toBe("CARD_IN_PRINT");
    await clock.advance(0);
    printer.prints[0]?.resolve();
    await clock.advance(0);
    expect(code(() => ledger.submit(request({ requestKey: "key-2" })))).toBe("CARD_ALREADY_PRINTED");

    const reprint = ledger.submit(request({ requestKey: "key-2", reprintReason: "unreadable" }));
    expect(reprint.job.reprintOf).toBe(job.job);
    expect(store.get(job.job)?.state).toBe("spoiled");
  });

  it("lets a card that was refused before any ink be asked for again without a reason", async () => {
    const { ledger, clock, printer, store } = await desk();
    const { job } = ledger.submit(request());
    await clock.advance(0);
    printer.prints[0]?.reject(new TitianError("PRINTER_REFUSED"));
    await clock.advance(0);
    expect(store.get(job.job)).toMatchObject({ state: "failed", failure: "PRINTER_REFUSED", ink: "none" });
    await clock.advance(600_000);
    expect(printer.prints).toHaveLength(1);
    expect(ledger.submit(request({ requestKey: "key-2" })).isNew).toBe(true);
  });

  it.each([
    ["PRINTER_JAM", "failed"],
    ["DEVICE_NOT_CONNECTED", "failed"],
    ["PRINTER_JOB_VANISHED", "vanished"],
  ] as const)("does not claim to know about ink after %s", async (trouble, state) => {
    const { ledger, clock, printer, store } = await desk();
    const { job } = ledger.submit(request());
    await clock.advance(0);
    printer.prints[0]?.spooled("evolis-7");
    printer.prints[0]?.reject(new TitianError(trouble));
    await clock.advance(0);
    expect(store.get(job.job)).toMatchObject({ state, failure: trouble, ink: "unknown" });
    expect(code(() => ledger.submit(request({ requestKey: "key-2" })))).toBe("CARD_ALREADY_PRINTED");
  });

  it("fails without ink when the member cannot be read, the card not drawn or the printer not found", async () => {
    const gone = () => Promise.reject(new TitianError("INLISLITE_UNREACHABLE"));
    const unread = () => Promise.reject(new TitianError("CARD_UNREADABLE"));
    for (const [change, failure] of [
      [{ contentOf: gone }, "INLISLITE_UNREACHABLE"],
      [{ renderer: { ...paper, verify: unread } }, "CARD_UNREADABLE"],
      [{ contentOf: () => new Promise<never>(() => undefined) }, "DEADLINE_EXCEEDED"],
    ] as const) {
      const { ledger, clock, printer, store } = await desk(change);
      const { job } = ledger.submit(request());
      await clock.advance(15_000);
      expect(store.get(job.job)).toMatchObject({ state: "failed", failure, ink: "none" });
      expect(printer.prints).toHaveLength(0);
    }
  });

  it("asks the printer's queue when the card does not come out in time", async () => {
    const { ledger, clock, printer, store } = await desk();
    const { job } = ledger.submit(request());
    await clock.advance(0);
    printer.prints[0]?.spooled("evolis-7");
    await clock.advance(10 * 60_000);
    expect(store.get(job.job)?.state).toBe("spooled");
    printer.answer = new Error("cable out");
    await clock.advance(4_000);
    printer.answer = "completed";
    await clock.advance(4_000);
    expect(store.get(job.job)?.state).toBe("reported");
  });

  it("calls a card vanished when the printer neither takes it nor refuses it", async () => {
    const { ledger, clock, printer, store } = await desk();
    const { job } = ledger.submit(request());
    await clock.advance(10 * 60_000);
    expect(store.get(job.job)).toMatchObject({
      state: "vanished",
      failure: "DEVICE_TIMEOUT",
      ink: "unknown",
    });
    printer.prints[0]?.spooled("too late");
    printer.prints[0]?.resolve();
    await clock.advance(0);
    expect(store.get(job.job)?.state).toBe("vanished");
    expect(ledger.confirm(job.job, "scan").state).toBe("confirmed");
  });

  it("stops waiting for a card the operator has rejected, and goes on with the next", async () => {
    const { ledger, clock, printer, store } = await desk();
    const { job } = ledger.submit(request());
    ledger.submit(request({ requestKey: "key-2", case: "case-2" as CaseId }));
    await clock.advance(0);
    printer.prints[0]?.spooled("evolis-7");
    ledger.reject(job.job, "did-not-come-out");
    await clock.advance(0);
    expect(printer.prints[0]?.signal.aborted).toBe(true);
    expect(store.get(job.job)?.state).toBe("spoiled");
    expect(printer.prints[1]?.jobName).toBe("job-2");
  });

  it("says which job is unknown, and which may not be confirmed yet", async () => {
    const { ledger } = await desk();
    const { job } = ledger.submit(request());
    expect(code(() => ledger.confirm("nothing" as JobId, "scan"))).toBe("JOB_NOT_FOUND");
    expect(code(() => ledger.confirm(job.job, "scan"))).toBe("JOB_STATE");
  });

  it("takes nothing before it has started and after it has stopped", async () => {
    const { ledger } = await desk();
    await ledger.stop();
    expect(code(() => ledger.submit(request()))).toBe("STARTING");
  });

  it("goes on after a restart: prints what was accepted, asks about what was spooled, gives up what was between", async () => {
    const store = new MemoryJobs();
    const first = await desk({}, store);
    const jobs = [1, 2, 3].map(
      (n) =>
        first.ledger.submit(
          request({
            requestKey: `key-${n}`,
            case: `case-${n}` as CaseId,
            printer: `printer-${n === 3 ? 1 : n}` as DeviceId,
          }),
        ).job.job,
    );
    await first.clock.advance(0);
    first.printer.prints.find((print) => print.jobName === jobs[0])?.spooled("evolis-1");
    await first.ledger.stop();
    expect(jobs.map((job) => store.get(job)?.state)).toEqual(["spooled", "spooling", "accepted"]);

    const second = await desk({}, store);
    second.printer.answer = "completed";
    await second.clock.advance(4_000);
    expect(new Set(second.printer.asked)).toEqual(new Set(["evolis-1"]));
    expect(store.get(jobs[0]!)?.state).toBe("reported");
    expect(store.get(jobs[1]!)).toMatchObject({ state: "vanished", failure: "PRINTER_INTERRUPTED" });
    expect(second.printer.prints.map((print) => print.jobName)).toEqual([jobs[2]]);
  });

  it("waits after a restart for a printer that is still waking up", async () => {
    const store = new MemoryJobs();
    store.accept({ ...request(), reprintOf: undefined });
    let awake = false;
    const printer = new HandPrinter();
    const sinkFor = () => {
      if (!awake) throw new TitianError("DEVICE_NOT_CONNECTED");
      return printer;
    };
    const { clock } = await desk({ sinkFor }, store);
    await clock.advance(20_000);
    expect(store.all[0]?.state).toBe("verified");
    awake = true;
    await clock.advance(4_000);
    expect(printer.prints).toHaveLength(1);
  });

  it("keeps the printer's news although a listener fails, and no name or number in the log", async () => {
    const { ledger, clock, printer, store, log } = await desk();
    subscribe(ledger.events, "changed", () => {
      throw new Error("a page's fault");
    });
    const { job } = ledger.submit(request());
    await clock.advance(0);
    printer.prints[0]?.resolve();
    await clock.advance(0);
    expect(store.get(job.job)?.state).toBe("reported");
    expect(JSON.stringify(log.lines)).not.toMatch(/Dewi|26110000412|aaaa/);
  });
});
