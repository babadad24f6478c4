import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MemberPrintRequest } from "../../src/bridge/flows/printing.ts";
import type { CaseView, MemberView } from "../../src/bridge/protocol/shapes.ts";
import { lengkungNoPhoto } from "../../src/cards/templates/lengkung-no-photo.ts";
import type { DeviceId, JobId, MemberNo } from "../../src/kernel/types.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { Clerk, PRINTER } from "../harness/clerk.ts";
import { changeMember } from "../harness/demo-members.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const never = new AbortController().signal;
const SECOND = "second-printer";
const MINUTES = 60_000;
const PATIENCE = { timeout: 20_000 };

let desk: TestBridge;
let clerk: Clerk;
let clock: DeskClock;

async function started(folder?: string): Promise<void> {
  clock = new DeskClock();
  desk = await startBridge({
    clock,
    ...(folder && { folder }),
    config: (demo) => ({
      ...demo,
      devices: demo.devices.flatMap((one) =>
        one.id === PRINTER
          ? [
              { ...one, options: { printMs: 5 } },
              { ...one, id: SECOND, options: { printMs: 5 } },
            ]
          : [one],
      ),
    }),
  });
  await desk.bridge.supervisor.firstAttempts();
  clerk = new Clerk(desk);
}
beforeEach(() => started());
afterEach(() => desk[Symbol.asyncDispose]());

const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
const queueOf = async (printer = PRINTER) =>
  (await call("queue.get", {})).queues.find((queue) => queue.printer === printer)!;
const pause = (printer = PRINTER) => call("queue.pause", { printer });
const resume = (printer = PRINTER) => call("queue.resume", { printer });
const stateOf = (job: string) => desk.bridge.store.jobs.get(job as JobId)?.state;
const atPrinter = async (index: number): Promise<CaseView> =>
  clerk.upToPrint((await clerk.someMember(index)).memberNo);

const requestFor = (
  { memberId, memberNo }: Pick<MemberView, "memberId" | "memberNo">,
  more: Partial<MemberPrintRequest> = {},
): MemberPrintRequest => ({
  ...{ requestKey: crypto.randomUUID(), memberId, printer: PRINTER as DeviceId, priority: "bulk" },
  memberKey: desk.bridge.store.memberKeyOf(memberNo as MemberNo),
  ...{ batch: undefined, template: lengkungNoPhoto, reprintReason: undefined },
  ...more,
});
const submit = (request: MemberPrintRequest) => desk.bridge.printing.submitForMember(request, never);

describe("a printer's queue", () => {
  it("shows whose turn comes: who stands at the desk, then who was promised it today, then batches", async () => {
    await pause();
    const [bulk, today] = [await clerk.someMember(0), await clerk.someMember(1)];
    const { job: last } = await submit(requestFor(bulk));
    const { job: second } = await submit(requestFor(today, { priority: "today" }));
    const { job: first } = await clerk.print(await atPrinter(2));
    const queue = await queueOf();
    expect(queue.waiting.map(({ job, priority }) => [job, priority])).toEqual([
      [first.job, "desk"],
      [second.job, "today"],
      [last.job, "bulk"],
    ]);
    expect(queue.waiting.map(({ fullName }) => fullName)).toContain(bulk.fullName);
    expect(queue).toMatchObject({
      waitingCount: 3,
      paused: { holds: "all", why: "operator" },
      running: null,
    });
  });

  it("stands still while it is paused, also after a restart, and goes on when somebody says so", async () => {
    await pause();
    const view = await atPrinter(0);
    const { job } = await clerk.print(view);
    await desk.stop();
    await started(desk.folder);
    expect(await queueOf()).toMatchObject({
      paused: { holds: "all" },
      waiting: [{ job: job.job, waits: "paused" }],
    });
    expect(stateOf(job.job)).toBe("accepted");
    expect((await resume()).paused).toBeNull();
    await clerk.untilJob(view.case, job.job, "reported");
  });

  it("is told of to the console whenever it changes", async () => {
    await pause();
    const told: number[] = [];
    using _ = desk.client.on("queue.changed", ({ printer, waitingCount }) => {
      if (printer === PRINTER) told.push(waitingCount);
    });
    await submit(requestFor(await clerk.someMember(0)));
    await expect.poll(() => told.at(-1), PATIENCE).toBe(1);
  });

  it("is nothing that a device without cards has", async () => {
    await expect(pause("desk-1-camera")).rejects.toEqual(refusal("CAPABILITY_MISSING"));
    await expect(pause("nowhere")).rejects.toEqual(refusal("DEVICE_NOT_FOUND"));
  });
});

describe("a card that waits", () => {
  it("is called off before it is sent, once and for good; its member can have another one", async () => {
    await pause();
    const view = await atPrinter(0);
    const { job } = await clerk.print(view);
    for (const _ of [1, 2])
      expect(await call("job.cancel", { job: job.job })).toMatchObject({ state: "cancelled" });
    expect((await queueOf()).waiting).toEqual([]);
    await resume();
    const { job: another } = await clerk.print(view);
    await clerk.untilJob(view.case, another.job, "reported");
    expect(desk.tray.count).toBe(1);
    await expect(call("job.cancel", { job: another.job })).rejects.toEqual(refusal("JOB_STATE"));
    await expect(call("job.cancel", { job: crypto.randomUUID() })).rejects.toEqual(refusal("JOB_NOT_FOUND"));
  });

  it("is printed on another printer, as the same job, and there once", async () => {
    await pause();
    const view = await atPrinter(0);
    const { job } = await clerk.print(view);
    await expect(call("job.move", { job: job.job, printer: "desk-1-camera" })).rejects.toEqual(
      refusal("CAPABILITY_MISSING"),
    );
    expect(await call("job.move", { job: job.job, printer: SECOND })).toMatchObject({ printer: SECOND });
    await clerk.untilJob(view.case, job.job, "reported");
    await resume();
    const trays = [PRINTER, SECOND].map((id) =>
      desk.bridge.devices.require(id as DeviceId, "simulation.tray"),
    );
    expect(trays.map(({ count }) => count)).toEqual([0, 1]);
    await expect(call("job.move", { job: job.job, printer: PRINTER })).rejects.toEqual(refusal("JOB_STATE"));
    await expect(call("job.move", { job: crypto.randomUUID(), printer: SECOND })).rejects.toEqual(
      refusal("JOB_NOT_FOUND"),
    );
  });
});

describe("a card that a person is asked about", () => {
  it("is one that nobody has scanned in ten minutes; a scan answers", async () => {
    const view = await clerk.printed(await atPrinter(0));
    expect((await queueOf()).attention).toEqual([]);
    clock.skip(11 * MINUTES);
    const [asked] = (await queueOf()).attention;
    expect(asked).toMatchObject({ case: view.case, asks: "came-out", state: "reported" });
    await clerk.scan(view.member?.memberNo ?? "");
    expect((await queueOf()).attention).toEqual([]);
    expect((await queueOf()).days).toMatchObject([{ proved: 1, spoiled: [] }]);
  });

  it("is one of a batch only after a day: those are scanned as they are worked on", async () => {
    const { job } = await submit(requestFor(await clerk.someMember(0)));
    await expect.poll(() => stateOf(job.job), PATIENCE).toBe("reported");
    clock.skip(60 * MINUTES);
    expect((await queueOf()).attention).toEqual([]);
    clock.skip(24 * 60 * MINUTES);
    expect((await queueOf()).attention).toMatchObject([{ job: job.job, asks: "came-out" }]);
    await call("job.reject", { job: job.job, reason: "did-not-come-out" });
    expect((await queueOf()).attention).toEqual([]);
  });
});

describe("a card for a member without a case", () => {
  it("is printed once for its key, however often it is asked for, and the key answers for nobody else", async () => {
    const [member, other] = [await clerk.someMember(0), await clerk.someMember(1)];
    const request = requestFor(member);
    const answers = await Promise.all([submit(request), submit(request), submit(request)]);
    expect(new Set(answers.map(({ job }) => job.job)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    await expect(submit({ ...requestFor(other), requestKey: request.requestKey })).rejects.toEqual(
      refusal("BAD_REQUEST"),
    );
    await expect.poll(() => stateOf(answers[0].job.job), PATIENCE).toBe("reported");
    expect(desk.tray.count).toBe(1);
  });

  it("is refused where the member may have none, before anything is written", async () => {
    const seq = desk.bridge.store.events.lastSeq;
    const members = await clerk.anyMembers();
    const expired = members.find((one) => one.status === "active" && !one.isValidToday)!;
    const suspended = members.find((one) => one.status === "suspended")!;
    for (const [member, code] of [
      [expired, "MEMBER_EXPIRED"],
      [suspended, "MEMBER_NOT_ACTIVE"],
      [{ memberId: "99999999", memberNo: "TIDAK-ADA" }, "MEMBER_NOT_FOUND"],
    ] as const)
      await expect(submit(requestFor(member))).rejects.toEqual(refusal(code));
    const noPhoto = members.find(({ mayHaveCard, hints }) => mayHaveCard && hints.includes("no-photo"))!;
    await expect(submit(requestFor(noPhoto, { template: undefined }))).rejects.toEqual(
      refusal("PHOTO_MISSING"),
    );
    expect(desk.bridge.store.events.lastSeq).toBe(seq);
  });

  it("stands back for a card that is under way or printed, of whichever case or batch, unless there is a reason", async () => {
    await pause();
    const view = await atPrinter(0);
    const member = view.member!;
    const { job } = await clerk.print(view);
    await expect(submit(requestFor(member))).rejects.toEqual(refusal("CARD_IN_PRINT"));
    await resume();
    await clerk.untilJob(view.case, job.job, "reported");
    await clerk.scan(member.memberNo);
    await expect(submit(requestFor(member))).rejects.toEqual(refusal("CARD_ALREADY_PRINTED"));
    const again = await submit(requestFor(member, { reprintReason: "wrong-data" }));
    expect(again.job).toMatchObject({ reprintOf: job.job, reprintReason: "wrong-data" });
    const renewed = requestFor(await clerk.someMember(1));
    await expect.poll(() => stateOf(again.job.job), PATIENCE).toBe("reported");
    expect((await submit(renewed)).isNew).toBe(true);
  });

  it("is another one after a renewal: cards of before stand in nobody's way", async () => {
    const member = await clerk.someMember(0);
    const first = await submit(requestFor(member));
    await expect.poll(() => stateOf(first.job.job), PATIENCE).toBe("reported");
    await call("job.confirm", { job: first.job.job });
    await expect(submit(requestFor(member))).rejects.toEqual(refusal("CARD_ALREADY_PRINTED"));
    clock.skip(MINUTES);
    expect((await submit(requestFor(member, { renewsFrom: clock.now() }))).isNew).toBe(true);
  });

  it("is checked once more when its turn comes", async () => {
    await pause();
    const member = await clerk.someMember(0);
    const { job } = await submit(requestFor(member));
    changeMember(desk, member.memberId, "StatusAnggota_id", 5);
    await resume();
    await expect.poll(() => stateOf(job.job), PATIENCE).toBe("failed");
    expect(desk.bridge.store.jobs.get(job.job)).toMatchObject({ failure: "MEMBER_NOT_ACTIVE", ink: "none" });
    expect(desk.tray.count).toBe(0);
  });
});
