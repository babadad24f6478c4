import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView, MemberView } from "../../src/bridge/protocol/shapes.ts";
import { Clerk } from "../harness/clerk.ts";
import { changeMember } from "../harness/demo-members.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const STANDARD = "id.barito-utara.kartu-anggota";

describe("a card that was reported lost", () => {
  let desk: TestBridge;
  let clerk: Clerk;

  beforeAll(async () => {
    desk = await startBridge();
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const report = ({ memberId, memberNo }: MemberView, kind: CaseView["kind"] = "lost") =>
    clerk.client.call("case.open", {
      ...{ member: { memberId, memberNo }, kind, channel: "in-person", standard: STANDARD },
    });

  it("says so at the first scan, on every page, with the case that reported it", async () => {
    const member = await clerk.someMember(0);
    expect((await clerk.scan(member.memberNo)).voided).toBeNull();
    const view = await report(member);
    const scan = await clerk.scan(member.memberNo);
    expect(scan).toMatchObject({
      effect: "case-opened",
      voided: { reason: "lost", standing: "voided", replacedAt: null, case: view.case },
    });
    expect(view.voided).toMatchObject({ reason: "lost", standing: "voided" });
  });

  it("says nothing of a new card, and of a renewal", async () => {
    const member = await clerk.someMember(1);
    await report(member, "renewal");
    expect((await clerk.scan(member.memberNo)).voided).toBeNull();
  });

  it("stays void when the service is given up, and is good again once somebody says that it was found", async () => {
    const member = await clerk.someMember(2);
    const view = await report(member, "damaged");
    await clerk.client.call("case.cancel", { case: view.case, reason: "applicant left" });
    expect((await clerk.scan(member.memberNo)).voided).toMatchObject({
      reason: "damaged",
      standing: "voided",
    });
    await clerk.client.call("case.cardFound", { case: view.case });
    expect((await clerk.scan(member.memberNo)).voided).toBeNull();
    await expect(clerk.client.call("case.cardFound", { case: view.case })).rejects.toEqual(
      refusal("CARD_NOT_VOIDED"),
    );
  });

  it("ends its case when it is found before the new one is printed", async () => {
    const member = await clerk.someMember(3);
    const view = await report(member);
    const found = await clerk.client.call("case.cardFound", { case: view.case });
    expect(found).toMatchObject({ status: "cancelled", voided: null });
  });

  it("is told apart from the new card no longer, once that is proved; the scan that proves it says nothing", async () => {
    const member = await clerk.someMember(4);
    const before = await clerk.upToPrint(member.memberNo);
    await clerk.printed(before);
    expect((await clerk.scan(member.memberNo)).effect).toBe("confirmed");
    await clerk.client.call("case.cancel", { case: before.case, reason: "only the card of before" });

    let view = await report(member);
    while (view.work !== "print")
      view = view.work === "photo" ? await clerk.photograph(view) : await clerk.done(view);
    const { job } = await clerk.print(view, { reprintReason: "unreadable" });
    await clerk.untilJob(view.case, job.job, "reported");
    await expect(clerk.client.call("case.cardFound", { case: view.case })).rejects.toEqual(
      refusal("CARD_ALREADY_REPLACED"),
    );
    expect(await clerk.scan(member.memberNo)).toMatchObject({ effect: "confirmed", voided: null });
    const after = await clerk.scan(member.memberNo);
    expect(after.voided).toMatchObject({ standing: "replaced", replacedAt: expect.any(String) });
  });

  it("keeps the old number void for ever where the member gets another one", async () => {
    const member = await clerk.someMember(6);
    const view = await report(member);
    const newNo = `${member.memberNo}9`;
    changeMember(desk, member.memberId, "MemberNo", newNo);
    const { memberId } = member;
    await clerk.client.call("case.linkMember", { case: view.case, memberId, memberNo: newNo });
    expect((await clerk.scan(newNo)).voided).toBeNull();
    expect(await clerk.scan(member.memberNo)).toMatchObject({
      effect: "unknown",
      voided: { standing: "voided", reason: "lost" },
    });
  });

  it("belongs to the member that the case is for in the end", async () => {
    const [wrong, right] = [await clerk.someMember(7), await clerk.someMember(8)];
    const view = await report(wrong);
    const { memberId, memberNo } = right;
    await clerk.client.call("case.linkMember", { case: view.case, memberId, memberNo });
    expect((await clerk.scan(wrong.memberNo)).voided).toBeNull();
    expect((await clerk.scan(right.memberNo)).voided).toMatchObject({ standing: "voided" });
  });
});
