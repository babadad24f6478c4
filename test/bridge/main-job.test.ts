import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberView } from "../../src/bridge/protocol/shapes.ts";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { Clerk, PRINTER, SCANNER } from "../harness/clerk.ts";
import { consoleClient, startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });

describe("the main job, over the socket", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  let member: MemberView;

  beforeAll(async () => {
    desk = await startBridge();
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
    member = await clerk.someMember();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  it("runs from the first step to the signature, and judges every step", async () => {
    let view = await clerk.upToPrint(member.memberNo);
    expect(view.steps.map(({ key }) => key)).toContain("cut-and-laminate");
    view = await clerk.printed(view);
    const inTray = await clerk.cardInTray();
    expect(inTray).toBe(member.memberNo);

    await clerk.client.call("device.scan", { device: SCANNER, text: inTray });
    view = await clerk.until(view.case, ({ work }) => work === "cut");
    expect(view.jobs[0]).toMatchObject({ state: "confirmed", confirmedBy: "scan" });

    view = await clerk.done(view);
    expect(view.work).toBe("laminate");
    view = await clerk.done(view);
    expect(view.status).toBe("ready");
    view = await clerk.done(view);
    view = await clerk.handOver(view);

    expect(view).toMatchObject({ status: "handed-over", now: null });
    expect(view.steps.every((step) => step.state === "done" && step.verdict === "met")).toBe(true);
    expect(view.promise).toMatchObject({ published: "met", stepSum: "met" });
    expect(view.standard.coversUnresolved).toBe(true);
  });

  it("prints a queue ticket with number, service and promise, and no name", async () => {
    const receipts = desk.bridge.devices.require("desk-1-receipt" as DeviceId, "simulation.tray");
    const printed = await readFile((receipts.newest ?? "").replace(/\.png$/, ".bin"), "latin1");
    expect(printed).toContain("A-001");
    expect(printed).toContain("10 Menit");
    expect(printed).not.toContain(member.fullName);
    expect(printed).not.toContain(member.memberNo);
  });

  it("shows a second page the same case, live", async () => {
    const other = consoleClient(desk.bridge);
    const told = new Set<string>();
    using _changes = other.on("case.changed", ({ case: id }) => told.add(id));
    await other.call("desk.get", {});
    const view = await clerk.open((await clerk.someMember(1)).memberNo);
    await expect.poll(() => told).toContain(view.case);
    const { cases } = await other.call("desk.get", {});
    expect(cases.map((one) => one.case)).toContain(view.case);
    other.close();
  });

  it("prints one card for one request key, however often it is sent", async () => {
    const view = await clerk.upToPrint((await clerk.someMember(2)).memberNo);
    const requestKey = crypto.randomUUID();
    const before = clerk.cardsInTray;
    const [first, second] = await Promise.all([
      clerk.print(view, { requestKey }),
      clerk.print(view, { requestKey }),
    ]);
    expect(second.job.job).toBe(first.job.job);
    await clerk.untilJob(view.case, first.job.job, "reported");
    const third = await clerk.print(view, { requestKey });
    expect(third).toMatchObject({ isNew: false, job: { job: first.job.job } });
    expect(clerk.cardsInTray).toBe(before + 1);
    await expect(clerk.print(view)).rejects.toEqual(refusal("CARD_ALREADY_PRINTED"));
  });

  it("says whose card was scanned when it is not the one in print, and changes nothing", async () => {
    const other = await clerk.someMember(3);
    const view = await clerk.printed(await clerk.upToPrint((await clerk.someMember(4)).memberNo));
    const scan = await clerk.scan(other.memberNo);
    expect(scan.effect).toBe("not-this-card");
    expect(scan.members.map(({ memberNo }) => memberNo)).toEqual([other.memberNo]);
    const after = await clerk.client.call("case.get", { case: view.case });
    expect(after.jobs[0]?.state).toBe("reported");
    expect((await clerk.scan((await clerk.someMember(4)).memberNo)).effect).toBe("confirmed");
  });

  it("goes back to the printer for a spoiled card, with a reason, and keeps the clock", async () => {
    let view = await clerk.printed(await clerk.upToPrint((await clerk.someMember(5)).memberNo));
    await clerk.scan(await clerk.cardInTray());
    view = await clerk.until(view.case, ({ work }) => work === "cut");
    await clerk.client.call("job.reject", { job: view.jobs[0]?.job ?? "", reason: "spoiled" });
    const again = await clerk.until(view.case, ({ work }) => work === "print");
    expect(again.openedAt).toBe(view.openedAt);
    await expect(clerk.print(again)).rejects.toEqual(refusal("CARD_ALREADY_PRINTED"));
    const { job } = await clerk.print(again, { reprintReason: "spoiled" });
    expect(job.reprintOf).toBe(view.jobs[0]?.job);
  });

  it("ends a jam as a failed job with a reason, and the case stays at the printer", async () => {
    const view = await clerk.upToPrint((await clerk.someMember(6)).memberNo);
    const { job } = await clerk.print(view);
    await clerk.untilJob(view.case, job.job, "spooled");
    await clerk.client.call("device.simulate", { device: PRINTER, faults: ["jam"] });
    const after = await clerk.untilJob(view.case, job.job, "failed");
    await clerk.client.call("device.simulate", { device: PRINTER, faults: [] });
    expect(after.jobs[0]).toMatchObject({ failure: "PRINTER_JAM", mayHaveInk: true });
    expect(after.work).toBe("print");
  });

  it("says that no ink was used when the printer stood open before the job came", async () => {
    const view = await clerk.upToPrint((await clerk.someMember(10)).memberNo);
    await clerk.client.call("device.simulate", { device: PRINTER, faults: ["cover-open"] });
    const { job } = await clerk.print(view);
    const after = await clerk.untilJob(view.case, job.job, "failed");
    await clerk.client.call("device.simulate", { device: PRINTER, faults: [] });
    expect(after.jobs[0]).toMatchObject({ failure: "PRINTER_REFUSED", mayHaveInk: false });
    expect((await clerk.print(view)).isNew).toBe(true);
  });

  it("refuses twins, and a member whose membership has ended, before any ink is used", async () => {
    const twins = await clerk.upToPrint(ODD_NUMBERS.twins);
    await expect(clerk.print(twins)).rejects.toEqual(refusal("MEMBER_NO_AMBIGUOUS"));
    const members = await clerk.anyMembers();
    const ended = members.find((one) => one.status === "active" && !one.isValidToday);
    const suspended = members.find((one) => one.status === "suspended");
    const expired = await clerk.upToPrint(ended?.memberNo ?? "");
    await expect(clerk.print(expired)).rejects.toEqual(refusal("MEMBER_EXPIRED"));
    const stopped = await clerk.upToPrint(suspended?.memberNo ?? "");
    await expect(clerk.print(stopped)).rejects.toEqual(refusal("MEMBER_NOT_ACTIVE"));
  });

  it("prints a name of 255 characters so that the card reads back", async () => {
    const view = await clerk.printed(await clerk.upToPrint(ODD_NUMBERS.longName));
    expect(view.member?.fullName).toHaveLength(255);
    expect(await clerk.cardInTray()).toBe(ODD_NUMBERS.longName);
  });

  it("says that a number of fifty characters is too long for this card, and uses no ink", async () => {
    const view = await clerk.upToPrint(ODD_NUMBERS.long);
    const { job } = await clerk.print(view);
    const after = await clerk.untilJob(view.case, job.job, "failed");
    expect(after.jobs[0]).toMatchObject({ failure: "MEMBER_NO_TOO_LONG", mayHaveInk: false });
  });

  it("stops at what is not a picture, and says so in the clerk's language", async () => {
    let view = await clerk.open((await clerk.someMember(7)).memberNo);
    while (view.work !== "photo") view = await clerk.done(view);
    const photo = clerk.client.upload(Buffer.from("this is no JPEG"));
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const kept = clerk.client.call("photo.keep", { case: view.case, photo, source: "file", crop });
    await expect(kept).rejects.toEqual(
      expect.objectContaining({ code: "PHOTO_NOT_AN_IMAGE", text: expect.stringContaining("foto") }),
    );
    const missing = clerk.client.call("photo.keep", {
      case: view.case,
      photo: crypto.randomUUID(),
      source: "file",
      crop,
    });
    await expect(missing).rejects.toEqual(refusal("FRAME_UNKNOWN"));
  });

  it("keeps acts in their order, and a paused case still", async () => {
    const view = await clerk.open((await clerk.someMember(8)).memberNo);
    await expect(clerk.print(view)).rejects.toEqual(refusal("CASE_STEP_NOT_NOW"));
    await expect(clerk.open((await clerk.someMember(8)).memberNo)).rejects.toEqual(
      refusal("CASE_ALREADY_OPEN"),
    );
    await clerk.client.call("case.pause", { case: view.case, reason: "applicant-away" });
    await expect(clerk.done(view)).rejects.toEqual(refusal("CASE_PAUSED"));
    await clerk.client.call("case.resume", { case: view.case });
    await clerk.done(view);
    const cancelled = await clerk.client.call("case.cancel", { case: view.case, reason: "pulang" });
    expect(cancelled.status).toBe("cancelled");
    await expect(clerk.done(view)).rejects.toEqual(refusal("CASE_CLOSED"));
  });

  it("takes a correction of a step's times as an event of its own", async () => {
    let view = await clerk.open((await clerk.someMember(9)).memberNo);
    view = await clerk.done(view);
    const startedAt = new Date(Date.parse(view.openedAt) - 240_000).toISOString();
    const corrected = await clerk.client.call("case.correctStep", {
      case: view.case,
      step: "form-electronic",
      startedAt,
      endedAt: view.openedAt,
      reason: "formulir sudah diisi di rumah",
    });
    const step = corrected.steps.find(({ key }) => key === "form-electronic");
    expect(step).toMatchObject({ isCorrected: true, tookMs: 240_000 });
  });

  it("answers a member nobody knows with an empty list, and an unknown case with a code", async () => {
    expect((await clerk.client.call("member.find", { memberNo: "TIDAK-ADA" })).members).toEqual([]);
    expect((await clerk.scan("TIDAK-ADA")).effect).toBe("unknown");
    const nobody = clerk.client.call("case.get", { case: crypto.randomUUID() });
    await expect(nobody).rejects.toEqual(refusal("CASE_NOT_FOUND"));
  });

  it("writes no name, number or photo into its log or its store", async () => {
    const text = JSON.stringify(desk.log.lines);
    const store = await readFile(`${desk.folder}/titian.sqlite`, "latin1").catch(() => "");
    for (const secret of [member.fullName, member.memberNo]) {
      expect(text).not.toContain(secret);
      expect(store).not.toContain(secret);
    }
  });
});
