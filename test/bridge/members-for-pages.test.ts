import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

/** What INLISLite's own pages ask, over the real socket: 3.3's invented members. */
describe("members for pages", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  beforeAll(async () => {
    desk = await startBridge();
    clerk = new Clerk(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const byNumber = (memberNo: string) => clerk.client.call("member.find", { memberNo });

  it("gives one member by the row id of the page, with the name of the photo and nobody of the same number", async () => {
    const some = await clerk.someMember(1);
    const { member, sameNumber } = await clerk.client.call("member.get", { memberId: some.memberId });
    expect(member).toEqual(some);
    expect(sameNumber).toEqual([]);
    expect(member.hasPhoto).toBe(member.photoName !== null);
    expect(member.mayHaveCard).toBe(true);
  });

  it("shows the twin of a number, and that neither gets a card", async () => {
    const { members } = await byNumber(ODD_NUMBERS.twins);
    const [first, second] = members;
    const { member, sameNumber } = await clerk.client.call("member.get", { memberId: first?.memberId ?? "" });
    expect(member).toEqual(first);
    expect(sameNumber).toEqual([second]);
    for (const twin of [member, ...sameNumber]) {
      expect(twin.hints[0]).toBe("number-shared");
      expect(twin.mayHaveCard).toBe(false);
    }
  });

  it("says beforehand what is wrong", async () => {
    const { members } = await byNumber(ODD_NUMBERS.noEndDate);
    expect(members[0]?.hints).toContain("no-end-date");
    // 3.3 lends without an end date, so a card is made; whether it should be is for the clerk to see.
    expect(members[0]?.mayHaveCard).toBe(true);
    const { members: unknown } = await byNumber(ODD_NUMBERS.unknownStatus);
    expect(unknown[0]).toMatchObject({ mayHaveCard: false, memberType: null });
    expect(unknown[0]?.hints).toEqual(expect.arrayContaining(["not-active", "no-type"]));
    const { members: wildcards } = await byNumber(ODD_NUMBERS.wildcards);
    expect(wildcards[0]?.hints).toContain("name-unreadable");
  });

  it("knows no row that is not there", async () => {
    await expect(clerk.client.call("member.get", { memberId: "999999" })).rejects.toMatchObject({
      code: "MEMBER_NOT_FOUND",
    });
  });

  it("finds the row that a form has just saved, and none before it", async () => {
    const { afterId } = await clerk.client.call("member.newest", {});
    expect(afterId).toBe("200");
    const { members } = await byNumber(ODD_NUMBERS.accents);
    const [saved] = members;
    const before = String(Number(saved?.memberId) - 1);
    const search = { fullName: "RENEE BJORN FACADE", phone: "" };
    expect(await clerk.client.call("member.findNew", { afterId: before, ...search })).toEqual({
      members: [saved],
    });
    expect(await clerk.client.call("member.findNew", { afterId, ...search })).toEqual({ members: [] });
  });
});
