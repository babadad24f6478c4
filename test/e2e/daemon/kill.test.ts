import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CaseView, PrintJobView } from "../../../src/bridge/protocol/shapes.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import { type DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";

/** Long enough to be killed in, short enough to wait for. */
const PRINT_MS = 400;
/** From the request to the card in the tray, on a busy machine. */
const WHOLE_PRINT_MS = 1_000;
const RANDOM_ROUNDS = 4;
const SETTLED: readonly PrintJobView["state"][] = ["reported", "vanished", "failed"];
/** Nothing has gone to the printer yet. */
const BEFORE_INK: readonly string[] = ["accepted", "rendered", "verified"];

let desk: DeskFolder;
let daemon: DaemonProcess;
let clerk: Clerk;
let members = 0;

beforeAll(async () => {
  desk = new DeskFolder((demo) => ({
    ...demo,
    devices: demo.devices.map((one) =>
      one.id === PRINTER ? { ...one, options: { printMs: PRINT_MS } } : one,
    ),
  }));
  await start();
});
afterEach(() => expect(daemon.errors).toEqual([]));
afterAll(() => desk[Symbol.asyncDispose]());

async function start(): Promise<void> {
  daemon = await desk.start();
  clerk = new Clerk(daemon);
}

async function killAndRestart(): Promise<void> {
  expect((await daemon.kill()).signal).toBe("SIGKILL");
  await start();
}

const nextCase = async (): Promise<CaseView> => clerk.upToPrint((await clerk.someMember(members++)).memberNo);
const bookOf = (job: string) => desk.book.filter(({ jobName }) => jobName === job);
const fed = (job: string): number => bookOf(job).filter(({ outcome }) => outcome === "pending").length;

/** What the log knew of a job when the daemon was gone: it goes on between its news and the kill. */
function stateInLog(job: string): string {
  using sql = new DatabaseSync(path.join(desk.config.store.folder, "titian.sqlite"), { readOnly: true });
  const told = sql
    .prepare("SELECT json_extract(data, '$.to') AS state FROM events WHERE stream = ? ORDER BY position DESC")
    .get(`print/${job}`);
  return `${told?.["state"] ?? "accepted"}`;
}

/** Resolves at the first news that a job of the case is in this state. */
function atState(caseId: string, state: PrintJobView["state"]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const news = daemon.client.on("job.changed", ({ case: id, job }) => {
    if (id !== caseId || job.state !== state) return;
    news[Symbol.dispose]();
    resolve();
  });
  return promise;
}

/** What must hold after a restart, whenever the kill came. */
async function expectHonest(before: CaseView, requestKey: string, acknowledged?: string): Promise<CaseView> {
  const repeated = await clerk.print(before, { requestKey });
  const { job } = repeated.job;
  if (acknowledged) expect(repeated).toMatchObject({ isNew: false, job: { job: acknowledged } });
  const view = await clerk.until(before.case, ({ jobs }) => jobs.every((one) => SETTLED.includes(one.state)));

  expect(view.jobs.map((one) => one.job)).toEqual([job]);
  expect(fed(job)).toBeLessThanOrEqual(1);
  const state = view.jobs[0]?.state;
  const lastWord = bookOf(job).at(-1)?.outcome;
  // The printer forgets nothing here; the daemon may claim less than it knows, and never more.
  if (state === "reported") expect(lastWord).toBe("completed");
  if (lastWord === "pending" || lastWord === undefined) expect(state).toBe("vanished");
  if (state === "vanished") expect(view.jobs[0]?.mayHaveInk).toBe(true);

  expect(view).toMatchObject({ work: "print", openedAt: before.openedAt, status: "open" });
  expect(view.grossMs).toBeGreaterThan(before.grossMs);
  const onTheWallMs = Date.parse(view.asOf) - Date.parse(view.openedAt);
  expect(Math.abs(view.grossMs - onTheWallMs)).toBeLessThan(1_000);
  return view;
}

describe("a daemon that is killed while a card is in print", () => {
  it.each(["accepted", "rendered", "verified", "spooling", "spooled", "reported"] as const)(
    "prints one card at most and says what is known of it, killed at the news of %s",
    async (state) => {
      const view = await nextCase();
      const requestKey = crypto.randomUUID();
      const seen = atState(view.case, state);
      const { job } = await clerk.print(view, { requestKey });
      await seen;
      await daemon.kill();
      const known = stateInLog(job.job);
      await start();
      const after = await expectHonest(view, requestKey, job.job);
      if (BEFORE_INK.includes(known) || known === "reported")
        expect(after.jobs[0]?.state, known).toBe("reported");
    },
  );

  it("prints one card at most for a key whose request was never answered", async () => {
    const view = await nextCase();
    const requestKey = crypto.randomUUID();
    clerk.print(view, { requestKey }).catch(() => undefined);
    await killAndRestart();
    await expectHonest(view, requestKey);
  });

  it(`does so at ${RANDOM_ROUNDS} moments picked at random`, async () => {
    for (let round = 0; round < RANDOM_ROUNDS; round++) {
      const view = await nextCase();
      const requestKey = crypto.randomUUID();
      let acknowledged: string | undefined;
      const asked = clerk.print(view, { requestKey }).then(
        ({ job }) => {
          acknowledged = job.job;
        },
        () => undefined,
      );
      const delayMs = Math.random() * WHOLE_PRINT_MS;
      setTimeout(() => daemon.signal("SIGKILL"), delayMs);
      await daemon.ended;
      await killAndRestart();
      await asked;
      await expectHonest(view, requestKey, acknowledged);
    }
    // Four whole services, each with two daemons.
  }, 120_000);

  it("calls a card vanished when nobody can know whether the printer had it, and prints it anew only on a word", async () => {
    const view = await nextCase();
    // A printer that takes the card and is silent: its book cannot be written.
    const book = path.join(desk.printerFolder, "printed.jsonl");
    const kept = desk.book;
    rmSync(book);
    expect(spawnSync("mkfifo", [book]).status).toBe(0);
    const spooling = atState(view.case, "spooling");
    const requestKey = crypto.randomUUID();
    const { job } = await clerk.print(view, { requestKey });
    await spooling;
    await daemon.kill();
    rmSync(book);
    expect(kept.length).toBeGreaterThan(0);
    await start();

    const after = await expectHonest(view, requestKey, job.job);
    expect(after.jobs[0]).toMatchObject({
      state: "vanished",
      failure: "PRINTER_INTERRUPTED",
      mayHaveInk: true,
    });
    expect(fed(job.job)).toBe(0);
    await expect(clerk.print(view)).rejects.toMatchObject({ code: "CARD_ALREADY_PRINTED" });
    const again = await clerk.client.call("card.print", {
      requestKey: crypto.randomUUID(),
      case: view.case,
      printer: PRINTER,
      reprintReason: "did-not-come-out",
    });
    expect(again.job.reprintOf).toBe(job.job);
    await clerk.untilJob(view.case, again.job.job, "reported");
  });

  it("lets the scan of a card settle what the daemon could not know", async () => {
    const view = await nextCase();
    // Else the card may be out before the kill comes.
    await clerk.client.call("device.simulate", { device: PRINTER, faults: ["slow"] });
    const spooled = atState(view.case, "spooled");
    const { job } = await clerk.print(view);
    await spooled;
    await killAndRestart();
    await clerk.untilJob(view.case, job.job, "vanished");
    expect((await clerk.scan(view.member?.memberNo ?? "")).effect).toBe("confirmed");
    const after = await clerk.until(view.case, ({ work }) => work === "cut");
    expect(after.jobs[0]).toMatchObject({ state: "confirmed", confirmedBy: "scan" });
  });
});
