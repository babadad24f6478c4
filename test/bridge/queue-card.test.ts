import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView, MemberView } from "../../src/bridge/protocol/shapes.ts";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import { Clerk, PRINTER } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const settled = (view: CaseView): boolean =>
  view.steps
    .slice(
      0,
      view.steps.findIndex(({ key }) => key.includes("print")),
    )
    .every(({ state }) => state === "done" || state === "not-needed");

/** A page inside INLISLite that holds a member's photo. */
class QueueingClerk extends Clerk {
  /** As INLISLite hands it out: already cut, 900 × 1200. */
  async photo(): Promise<string> {
    const { photo } = await this.client.call("camera.capture", { device: "desk-1-camera" });
    const crop = { x: 0.3, y: 0, width: 0.4, height: 0.95 };
    return (await this.client.call("photo.prepare", { photo, crop })).photo;
  }

  async queue(
    member: Pick<MemberView, "memberId" | "memberNo">,
    extra: { requestKey?: string; photo?: string | null; printer?: string; kind?: "renewal" | "lost" } = {},
  ) {
    const { photo = await this.photo(), printer = null, ...rest } = extra;
    return this.client.call("card.queue", {
      ...{ requestKey: crypto.randomUUID(), kind: "new", photo, printer, ...rest },
      ...{ memberId: member.memberId, memberNo: member.memberNo },
    });
  }
}

describe("a card asked for at a member, in one gesture", () => {
  let desk: TestBridge;
  let clerk: QueueingClerk;
  let next = 0;
  const someone = (): Promise<MemberView> => clerk.someMember(next++);
  const openCases = async (): Promise<number> => (await clerk.client.call("desk.get", {})).cases.length;

  beforeAll(async () => {
    desk = await startBridge();
    clerk = new QueueingClerk(desk);
    await desk.bridge.supervisor.firstAttempts();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  it("opens the case, ends every step before the print with the photo, and prints", async () => {
    const member = await someone();
    const { case: view, job, isNew } = await clerk.queue(member, { kind: "renewal" });
    expect(isNew).toBe(true);
    expect(view).toMatchObject({ kind: "renewal", channel: "in-person", work: "print", status: "open" });
    expect(view.member?.memberNo).toBe(member.memberNo);
    expect(view.photo).not.toBeNull();
    expect(settled(view)).toBe(true);
    expect(view.jobs.map((one) => one.job)).toEqual([job.job]);
    await clerk.untilJob(view.case, job.job, "reported");
    expect(await clerk.cardInTray()).toBe(member.memberNo);
    const events = desk.bridge.store.cases.events(view.case as never);
    expect(events.map(({ type }) => type)).toEqual([
      ...["case.opened", "case.photoTaken", "case.printRequested"],
    ]);
    expect(events[1]?.data).toMatchObject({ source: "previous" });
  });

  it("gives the steps that it ends one time, which is judged against all of them", async () => {
    const queued = await clerk.queue(await someone());
    const view = await clerk.untilJob(queued.case.case, queued.job.job, "reported");
    const took = view.steps.filter(({ tookMs }) => tookMs !== null).map(({ key }) => key);
    expect(took).toEqual(["form-electronic", "print"]);
  });

  it("prints one card for one key, however often and however fast it is sent", async () => {
    const member = await someone();
    const before = clerk.cardsInTray;
    const [requestKey, photo] = [crypto.randomUUID(), await clerk.photo()];
    const answers = await Promise.all([1, 2, 3].map(() => clerk.queue(member, { requestKey, photo })));
    expect(new Set(answers.map(({ job }) => job.job)).size).toBe(1);
    expect(new Set(answers.map(({ case: view }) => view.case)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    const [first] = answers;
    const view = await clerk.untilJob(first?.case.case ?? "", first?.job.job ?? "", "reported");
    expect(view.jobs).toHaveLength(1);

    await clerk.scan(member.memberNo);
    const later = await clerk.queue(member, { requestKey, photo: null });
    expect(later).toMatchObject({ isNew: false, job: { job: first?.job.job, state: "confirmed" } });
    expect(clerk.cardsInTray).toBe(before + 1);
  });

  it("does not let a key of one member answer for another", async () => {
    const requestKey = crypto.randomUUID();
    await clerk.queue(await someone(), { requestKey });
    await expect(clerk.queue(await someone(), { requestKey })).rejects.toEqual(refusal("BAD_REQUEST"));
  });

  it("does not print a second card for a member whose card is in print or printed", async () => {
    const member = await someone();
    const photo = await clerk.photo();
    const tries = await Promise.allSettled([
      ...[clerk.queue(member, { photo }), clerk.queue(member, { photo })],
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CARD_IN_PRINT" },
    });
    const queued = tries.find((one) => one.status === "fulfilled")?.value;
    await clerk.untilJob(queued?.case.case ?? "", queued?.job.job ?? "", "reported");
    await expect(clerk.queue(member)).rejects.toEqual(refusal("CARD_ALREADY_PRINTED"));
    await clerk.scan(member.memberNo);
    await expect(clerk.queue(member)).rejects.toEqual(refusal("CARD_ALREADY_PRINTED"));
  });

  it("refuses twins, the inactive, the expired and a missing photo before anything is written", async () => {
    const [cases, seq] = [await openCases(), desk.bridge.store.events.lastSeq];
    const members = await clerk.anyMembers();
    const twin = await clerk.member(ODD_NUMBERS.twins);
    const expired = members.find((one) => one.status === "active" && !one.isValidToday);
    const suspended = members.find((one) => one.status === "suspended");
    const photo = await clerk.photo();
    for (const [member, code] of [
      [twin, "MEMBER_NO_AMBIGUOUS"],
      [expired, "MEMBER_EXPIRED"],
      [suspended, "MEMBER_NOT_ACTIVE"],
      [{ memberId: "99999999", memberNo: "TIDAK-ADA" }, "MEMBER_NOT_FOUND"],
    ] as const)
      await expect(clerk.queue(member as MemberView, { photo })).rejects.toEqual(refusal(code));
    const ordinary = await someone();
    await expect(clerk.queue(ordinary, { photo: null })).rejects.toEqual(refusal("PHOTO_MISSING"));
    const other = { ...ordinary, memberId: twin.memberId };
    await expect(clerk.queue(other, { photo })).rejects.toEqual(refusal("MEMBER_NOT_FOUND"));
    expect(await openCases()).toBe(cases);
    expect(desk.bridge.store.events.lastSeq).toBe(seq);
  });

  it("refuses a photo that is none, a printer that is not there and one that prints no cards", async () => {
    const member = await someone();
    const before = desk.bridge.store.events.lastSeq;
    const noise = clerk.client.upload(randomBytes(200));
    await expect(clerk.queue(member, { photo: noise })).rejects.toEqual(refusal("PHOTO_NOT_AN_IMAGE"));
    await expect(clerk.queue(member, { photo: crypto.randomUUID() })).rejects.toEqual(
      refusal("FRAME_UNKNOWN"),
    );
    await expect(clerk.queue(member, { printer: "desk-9-printer" })).rejects.toEqual(
      refusal("DEVICE_NOT_FOUND"),
    );
    await expect(clerk.queue(member, { printer: "desk-1-scanner" })).rejects.toEqual(
      refusal("CAPABILITY_MISSING"),
    );
    expect(desk.bridge.store.events.lastSeq).toBe(before);
    expect((await clerk.queue(member, { printer: PRINTER })).job.printer).toBe(PRINTER);
  });

  it("goes on where the member's case is, keeps its kind, and takes no photo twice", async () => {
    const member = await someone();
    const half = await clerk.photograph(
      await clerk.done(await clerk.done(await clerk.open(member.memberNo))),
    );
    expect(half.work).toBe("verify");
    const { case: view } = await clerk.queue(member, { kind: "lost", photo: null });
    expect(view).toMatchObject({ case: half.case, kind: "new", photo: half.photo, work: "print" });
    expect(settled(view)).toBe(true);
  });

  it("prints with the photo that it is given, where the case has an older one", async () => {
    const member = await someone();
    const half = await clerk.photograph(
      await clerk.done(await clerk.done(await clerk.open(member.memberNo))),
    );
    const given = await clerk.photo();
    const { case: view } = await clerk.queue(member, { photo: given });
    expect(view.photo).not.toBe(half.photo);
  });

  it("leaves a paused case paused, and opens a new one after the last was closed", async () => {
    const member = await someone();
    const open = await clerk.open(member.memberNo);
    await clerk.client.call("case.pause", { case: open.case, reason: "applicant-away" });
    await expect(clerk.queue(member)).rejects.toEqual(refusal("CASE_PAUSED"));
    await clerk.client.call("case.cancel", { case: open.case, reason: "salah orang" });
    const { case: view } = await clerk.queue(member);
    expect(view.case).not.toBe(open.case);
  });

  it("tries again after a print that used no ink, in the same case", async () => {
    const member = await someone();
    await clerk.client.call("device.simulate", { device: PRINTER, faults: ["cover-open"] });
    const first = await clerk.queue(member);
    await clerk.untilJob(first.case.case, first.job.job, "failed");
    await clerk.client.call("device.simulate", { device: PRINTER, faults: [] });
    const second = await clerk.queue(member);
    expect(second).toMatchObject({ isNew: true, case: { case: first.case.case } });
  });
});

describe("a card without a photo", () => {
  it("needs none, and says of the photo step that it was not needed", async () => {
    await using desk = await startBridge({
      config: (demo) => ({ ...demo, cards: { ...demo.cards, template: "lengkung-no-photo" } }),
    });
    const clerk = new QueueingClerk(desk);
    await desk.bridge.supervisor.firstAttempts();
    const { case: view, job } = await clerk.queue(await clerk.someMember(), { photo: null });
    expect(view).toMatchObject({ work: "print", photo: null });
    expect(view.steps.find(({ key }) => key === "photo")?.state).toBe("not-needed");
    expect(settled(view)).toBe(true);
    await clerk.untilJob(view.case, job.job, "reported");
  });
});

describe.each(PRESETS.map(({ id, channels }) => [id, channels.map((one) => one.id)] as const))(
  "under %s",
  (standard, channels) => {
    it("a card queued at any step, in any channel, ends what is before the print and nothing after", async () => {
      await using desk = await startBridge({
        config: (demo) => ({ ...demo, library: { ...demo.library, standard } }),
      });
      const clerk = new QueueingClerk(desk);
      await desk.bridge.supervisor.firstAttempts();
      const photo = await clerk.photo();
      let index = 0;
      for (const channel of channels)
        for (let taken = 0, isBefore = true; isBefore; taken++) {
          const member = await clerk.someMember(index++);
          let view = await clerk.client.call("case.open", {
            ...{ member: { memberId: member.memberId, memberNo: member.memberNo }, kind: "new" },
            ...{ channel, standard },
          });
          for (let step = 0; step < taken; step++)
            view =
              view.work === "photo" || view.work === "photo-upload"
                ? await clerk.photograph(view)
                : await clerk.done(view);
          isBefore = view.work !== "print";
          const { case: queued } = await clerk.queue(member, { photo });
          expect(queued, `${channel} after ${taken} steps`).toMatchObject({ case: view.case, work: "print" });
          expect(settled(queued), `${channel} after ${taken} steps`).toBe(true);
          const after = queued.steps.slice(queued.steps.findIndex(({ key }) => key === queued.now) + 1);
          expect(after.every(({ state }) => state === "next")).toBe(true);
          expect(queued.jobs).toHaveLength(1);
        }
    });
  },
);
