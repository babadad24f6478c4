import { createHash } from "node:crypto";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView, MemberView } from "../../src/bridge/protocol/shapes.ts";
import { jpegSizeOf } from "../../src/devices/index.ts";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { INLISLITE_VERSIONS } from "../../src/inlislite/member.ts";
import { CAMERA, Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";
import { BARITO, JATENG, LEBAK, MOJOKERTO, SIDOARJO } from "../sla/case-story.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const CROP = { x: 0.25, y: 0.1, width: 0.5, height: 0.8 };

/** What INLISLite's own page does in its own database. */
function saveInPage(
  desk: TestBridge,
  memberId: string,
  { photoName, minutesAgo = 0 }: { readonly photoName: string | null; readonly minutesAgo?: number },
): void {
  const db = new DatabaseSync(path.join(desk.folder, "inlislite-demo.db"));
  const jakarta = new Date(Date.now() + 7 * 3_600_000 - minutesAgo * 60_000);
  const stamp = jakarta.toISOString().slice(0, 19).replace("T", " ");
  db.prepare("UPDATE members SET PhotoUrl = ?, UpdateDate = ? WHERE ID = ?").run(photoName, stamp, memberId);
  db.close();
}

describe("a photo for INLISLite", () => {
  it("is cut to 4:5 at its own size, carries no metadata, and needs no case", async () => {
    await using desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
    const { client } = desk;
    const { photo } = await client.call("camera.capture", { device: CAMERA });
    const before = desk.bridge.store.events.lastSeq;
    const prepared = await client.call("photo.prepare", { photo, crop: CROP });
    const jpeg = await client.frame(prepared.photo);
    const { widthPx, heightPx } = prepared;
    expect(heightPx).toBe(Math.round(widthPx / 0.8));
    expect(widthPx).toBeLessThanOrEqual(800);
    expect(jpegSizeOf(jpeg)).toEqual({ widthPx, heightPx });
    expect(createHash("sha256").update(jpeg).digest("hex")).toBe(prepared.sha256);
    expect(Buffer.from(jpeg).includes("Exif")).toBe(false);
    // The frame is held, so that card.queue or photo.keep can name it.
    const again = await client.call("photo.prepare", { photo: prepared.photo, crop: CROP });
    expect(again.heightPx).toBeLessThan(heightPx);
    await expect(
      client.call("photo.prepare", { photo: client.upload(Buffer.from("no picture")), crop: CROP }),
    ).rejects.toEqual(refusal("PHOTO_NOT_AN_IMAGE"));
    expect(desk.bridge.store.events.lastSeq).toBe(before);
  });
});

describe.each(INLISLITE_VERSIONS)("a photo that INLISLite %s has taken by its own page", (version) => {
  let desk: TestBridge;
  let clerk: Clerk;
  let member: MemberView;
  let view: CaseView;

  beforeAll(async () => {
    desk = await startBridge({
      config: (demo) => ({ ...demo, inlislite: { ...demo.inlislite, version } }),
    });
    clerk = new Clerk(desk);
    member = await clerk.member(ODD_NUMBERS.apostrophe);
    saveInPage(desk, member.memberId, { photoName: null });
    view = await clerk.open(member.memberNo);
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const delivered = (
    extra: Partial<{ case: string | null; before: string | null; memberId: string; memberNo: string }> = {},
  ) =>
    clerk.client.call("photo.delivered", {
      ...{ case: view.case, before: null, memberId: member.memberId, memberNo: member.memberNo, ...extra },
    });
  const noted = () =>
    desk.bridge.store.cases
      .events(view.case as never)
      .filter(({ type }) => type === "case.photoDelivered")
      .map(({ data }) => data);

  it("is not there while the row does not say so, and the case says that too", async () => {
    expect(await delivered()).toEqual({ confirmed: false, photoName: null });
    expect(noted()).toEqual([{ how: "page", confirmed: false }]);
  });

  it("is read back from the row, noted in the case, and ends no step", async () => {
    const before = await clerk.client.call("case.get", { case: view.case });
    const name = version === "3.2" ? `${member.memberId}.jpg` : "1771000001_ab12.jpg";
    saveInPage(desk, member.memberId, { photoName: name });
    expect(await delivered()).toEqual({ confirmed: true, photoName: name });
    expect(noted().at(-1)).toEqual({ how: "page", confirmed: true });
    const after = await clerk.client.call("case.get", { case: view.case });
    expect([after.now, after.work, after.status]).toEqual([before.now, before.work, before.status]);
  });

  it("is not confirmed by the name that was there before, except where 3.2 has just saved the row", async () => {
    const { photoName } = await delivered({ case: null });
    const sameName = () => delivered({ case: null, before: photoName });
    expect(await sameName()).toEqual({ confirmed: version === "3.2", photoName });
    saveInPage(desk, member.memberId, { photoName, minutesAgo: 3 });
    expect((await sameName()).confirmed).toBe(false);
  });

  it("follows a member whose row was renumbered, and refuses twins and strangers", async () => {
    const moved = await delivered({ case: null, memberId: "88888888" });
    expect(moved.confirmed).toBe(true);
    const twins = { case: null, memberId: "88888888", memberNo: ODD_NUMBERS.twins };
    await expect(delivered(twins)).rejects.toEqual(refusal("MEMBER_NO_AMBIGUOUS"));
    await expect(delivered({ case: null, memberNo: "TIDAK-ADA" })).rejects.toEqual(
      refusal("MEMBER_NOT_FOUND"),
    );
  });

  it("is not noted in another member's case", async () => {
    const other = await clerk.member(ODD_NUMBERS.accents);
    const theirs = { memberId: other.memberId, memberNo: other.memberNo };
    await expect(delivered(theirs)).rejects.toEqual(refusal("CASE_OTHER_MEMBER"));
  });

  it("may be told of a paused case, and of a closed one, which says nothing more", async () => {
    await clerk.client.call("case.pause", { case: view.case, reason: "applicant-away" });
    expect((await delivered()).confirmed).toBe(true);
    expect(noted()).toHaveLength(3);
    await clerk.client.call("case.cancel", { case: view.case, reason: "selesai di tempat lain" });
    expect((await delivered()).confirmed).toBe(true);
    expect(noted()).toHaveLength(3);
  });
});

describe("INLISLite's form, saved", () => {
  it.each([
    [MOJOKERTO, "photo-upload", ["data-entry"]],
    [JATENG, "verify", ["intake", "form-paper", "form-electronic"]],
    [BARITO, "verify", ["form-paper", "intake"]],
    [SIDOARJO, "photo", ["form-electronic", "report-number"]],
    [LEBAK, "photo", ["intake", "form-electronic", "data-entry"]],
  ] as const)("ends intake and data entry of %o", async ({ id: standard }, now, done) => {
    await using desk = await startBridge({
      config: (demo) => ({ ...demo, library: { ...demo.library, standard } }),
    });
    const clerk = new Clerk(desk);
    const opened = await clerk.open((await clerk.someMember()).memberNo);
    const saved = await clerk.client.call("case.formSaved", { case: opened.case });
    expect(saved.work).toBe(now);
    expect(saved.steps.filter(({ state }) => state === "done").map(({ key }) => key)).toEqual(done);

    const { lastSeq } = desk.bridge.store.events;
    expect((await clerk.client.call("case.formSaved", { case: opened.case })).work).toBe(now);
    expect(desk.bridge.store.events.lastSeq).toBe(lastSeq);

    await clerk.client.call("case.pause", { case: opened.case, reason: "missing-document" });
    const whilePaused = clerk.client.call("case.formSaved", { case: opened.case });
    await expect(whilePaused).rejects.toEqual(refusal("CASE_PAUSED"));
    await clerk.client.call("case.cancel", { case: opened.case, reason: "batal" });
    const afterwards = clerk.client.call("case.formSaved", { case: opened.case });
    await expect(afterwards).rejects.toEqual(refusal("CASE_CLOSED"));
  });
});
