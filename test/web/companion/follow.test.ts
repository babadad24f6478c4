import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { launchChromium } from "../../harness/chromium.ts";
import { MEMBERS } from "../fake-desk.ts";
import { type CompanionDesk, companionDesk, editAddress, PATIENCE_MS } from "./companion-browser.ts";
import { createPage, editPage, listPage, otherPage } from "./plain-pages.ts";

const [DEWI, BIMA] = MEMBERS;
const RATIH: MemberView = {
  ...DEWI!,
  memberId: "9001",
  memberNo: "26110009001",
  fullName: "Ratih Sekar Arum",
};
const OTHER_RATIH: MemberView = { ...RATIH, memberId: "9002", memberNo: "26110009002" };

async function fillIn(desk: CompanionDesk): Promise<void> {
  desk.site.pages.set("/anggota/create", createPage);
  desk.site.pages.set("/anggota", listPage([]));
  await desk.open("/anggota/create");
  await desk.part("no-case").waitFor();
  await desk.page.locator('[name="Fullname"]').pressSequentially("Ratih Sekar Arum");
  await desk.page.fill('[name="Phone"]', "0800 0000 900");
  await desk.part("case-opened").waitFor();
}

const paramsOf = (desk: CompanionDesk, command: string): unknown =>
  desk.daemon.asked.findLast((asked) => asked.command === command)?.params;

describe("a case that follows INLISLite's form", { timeout: 4 * PATIENCE_MS }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  it("begins with the first letter, once, and goes to the member that the form has made", async () => {
    await using desk = await companionDesk(browser);
    await fillIn(desk);
    expect(desk.asked().filter((command) => command === "case.open")).toHaveLength(1);
    expect(paramsOf(desk, "case.open")).toMatchObject({ member: null, kind: "new" });
    const [view] = desk.daemon.desk.cases.values();
    desk.daemon.newMembers = [RATIH];
    await desk.page.click("#save");
    await desk.part("new-member").waitFor();
    expect(paramsOf(desk, "member.findNew")).toEqual({
      afterId: "9000",
      fullName: "Ratih Sekar Arum",
      phone: "0800 0000 900",
    });
    expect(paramsOf(desk, "case.linkMember")).toEqual({
      case: view!.case,
      memberId: "9001",
      memberNo: "26110009001",
    });
    expect(desk.asked()).toContain("case.formSaved");
    expect(desk.asked()).not.toContain("photo.delivered");
    expect(await desk.page.evaluate('sessionStorage.getItem("titian.sent")')).toBeNull();
    expect(await desk.seenErrors()).toEqual([]);
  });

  it("lets the operator choose where two members of one name are new", async () => {
    await using desk = await companionDesk(browser);
    await fillIn(desk);
    desk.daemon.newMembers = [RATIH, OTHER_RATIH];
    await desk.page.click("#save");
    await desk.part("several-new").waitFor();
    expect(desk.asked()).not.toContain("case.linkMember");
    await desk.part("notice-action").click();
    await desk.part("choice").filter({ hasText: "26110009002" }).click();
    await desk.part("new-member").waitFor();
    expect(paramsOf(desk, "case.linkMember")).toMatchObject({ memberId: "9002" });
  });

  it("does not take another desk's member for its own while the form is shown again", async () => {
    await using desk = await companionDesk(browser);
    await fillIn(desk);
    desk.daemon.newMembers = [RATIH];
    desk.site.redirectsTo = "/anggota/create";
    await desk.page.click("#save");
    await desk.part("several-new").waitFor();
    expect(desk.asked()).not.toContain("case.linkMember");
  });

  it("keeps looking for twenty seconds, then says so, and looks again on request", async () => {
    await using desk = await companionDesk(browser);
    await desk.page.clock.install();
    await fillIn(desk);
    await desk.page.click("#save");
    await desk.page.clock.runFor(1_000);
    await desk.part("looking").waitFor();
    for (let second = 0; second < 25; second += 1) await desk.page.clock.runFor(1_000);
    await desk.part("none-new").waitFor();
    desk.daemon.newMembers = [RATIH];
    await desk.part("notice-action").click();
    await desk.part("new-member").waitFor();
  });

  it("does not guess where nobody could be asked before", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.hold("member.newest");
    await fillIn(desk);
    desk.daemon.newMembers = [RATIH];
    await desk.page.click("#save");
    await desk.page.getByText("Titian tidak bisa memastikan").waitFor();
    expect(desk.asked()).not.toContain("member.findNew");
  });

  it("takes the new member's own page for certain, as 3.2 goes there", async () => {
    await using desk = await companionDesk(browser);
    await fillIn(desk);
    desk.daemon.newMembers = [RATIH, OTHER_RATIH];
    desk.site.pages.set(editAddress("9001"), editPage("9001", "26110009001", "Ratih Sekar Arum"));
    desk.site.redirectsTo = editAddress("9001");
    await desk.page.click("#save");
    await desk.part("new-member").waitFor();
    expect(paramsOf(desk, "case.linkMember")).toMatchObject({ memberId: "9001" });
  });

  it("reads back the photo that went along with the form", async () => {
    await using desk = await companionDesk(browser);
    await fillIn(desk);
    await desk.page.keyboard.press("F8");
    await desk.page.locator('[data-testid="preview-canvas"][data-live="true"]').waitFor();
    await desk.page.keyboard.press("F8");
    await desk.part("photo-use").click();
    await desk.part("photo-in-form").waitFor();
    desk.daemon.newMembers = [RATIH];
    await desk.page.click("#save");
    await desk.part("new-member").waitFor();
    expect(paramsOf(desk, "photo.delivered")).toMatchObject({ memberId: "9001", before: null });
  });

  it("ends the steps of the form when the edit page says it is saved, and keeps the typed where it is not", async () => {
    await using desk = await companionDesk(browser);
    const view = desk.daemon.desk.open(DEWI!, "new", "in-person", "id.sidoarjo.kta-dan-kta-online");
    const address = editAddress(DEWI!.memberId);
    desk.site.pages.set(address, editPage(DEWI!.memberId, DEWI!.memberNo, DEWI!.fullName));
    await desk.open(address);
    await desk.part("case").waitFor();
    await desk.page.evaluate('document.querySelector("#form").dispatchEvent(new Event("fake-not-saved"))');
    await desk.part("not-saved").waitFor();
    expect(desk.asked()).not.toContain("case.formSaved");
    await desk.page.evaluate('document.querySelector("#form").dispatchEvent(new Event("fake-saved"))');
    await desk.part("form-saved").waitFor();
    expect(desk.daemon.desk.get(view.case).now).toBe("photo");
    // 3.3 loads its edit page anew just after it has saved.
    await desk.open(address);
    await desk.page.getByText("Data tersimpan").waitFor();
  });

  it("takes a form for saved where INLISLite leads on to a page of its own, and not where the session has ended", async () => {
    await using desk = await companionDesk(browser);
    const view = desk.daemon.desk.open(DEWI!, "new", "in-person", "id.sidoarjo.kta-dan-kta-online");
    const address = editAddress(DEWI!.memberId);
    desk.site.pages.set(address, editPage(DEWI!.memberId, DEWI!.memberNo, DEWI!.fullName));
    desk.site.pages.set("/login", otherPage);
    const save = async (leadsTo: string): Promise<void> => {
      desk.site.redirectsTo = leadsTo;
      await desk.open(address);
      await desk.part("case").waitFor();
      await desk.page.click("#save");
      await desk.page.waitForURL(`**${leadsTo}`);
    };
    await save("/login");
    await desk.part("no-case").waitFor();
    expect(desk.asked()).not.toContain("case.formSaved");
    await save(address);
    await desk.part("form-saved").waitFor();
    expect(desk.daemon.desk.get(view.case).now).toBe("photo");
  });

  it("opens no second case in a tab that has one for somebody new, and none for a member's page", async () => {
    await using desk = await companionDesk(browser);
    await fillIn(desk);
    await desk.open("/anggota/create");
    await desk.part("case").waitFor();
    await desk.page.locator('[name="Fullname"]').pressSequentially("Ratih");
    const address = editAddress(BIMA!.memberId);
    desk.site.pages.set(address, editPage(BIMA!.memberId, BIMA!.memberNo, BIMA!.fullName));
    await desk.open(address);
    await desk.part("no-case").waitFor();
    await desk.page.locator('[name="Phone"]').pressSequentially("1");
    expect(desk.asked().filter((command) => command === "case.open")).toHaveLength(1);
  });
});
