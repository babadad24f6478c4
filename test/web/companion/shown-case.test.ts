import { describe, expect, it } from "vitest";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { shownCase } from "../../../web/companion/shown-case.ts";
import { FakeDesk, MEMBERS } from "../fake-desk.ts";

const [DEWI, BIMA] = MEMBERS;
const desk = new FakeDesk();
const open = (who: CaseView["member"]): CaseView => desk.open(who, "new", "in-person", "");
const dewis = open(DEWI!);
const nobodys = open(null);
const all = [dewis, nobodys];

describe("the case that the bar shows", () => {
  it("is the page's member's, whatever this tab works on", () => {
    const member = { memberId: DEWI!.memberId, memberNo: DEWI!.memberNo };
    expect(shownCase(all, "edit", member, nobodys.case)).toBe(dewis);
    expect(shownCase(all, "edit", { ...member, memberNo: undefined }, undefined)).toBe(dewis);
  });

  it("is nobody's on a page about somebody without one, and for a row id that was given to another number", () => {
    const bima = { memberId: BIMA!.memberId, memberNo: BIMA!.memberNo };
    expect(shownCase(all, "edit", bima, dewis.case)).toBeUndefined();
    const renumbered = { memberId: DEWI!.memberId, memberNo: BIMA!.memberNo };
    expect(shownCase(all, "edit", renumbered, dewis.case)).toBeUndefined();
  });

  it("is this tab's elsewhere, but on a form for somebody new only one that has nobody yet", () => {
    expect(shownCase(all, "list", undefined, dewis.case)).toBe(dewis);
    expect(shownCase(all, undefined, undefined, dewis.case)).toBe(dewis);
    expect(shownCase(all, "create", undefined, dewis.case)).toBeUndefined();
    expect(shownCase(all, "create", undefined, nobodys.case)).toBe(nobodys);
    expect(shownCase(all, "list", undefined, undefined)).toBeUndefined();
  });
});
