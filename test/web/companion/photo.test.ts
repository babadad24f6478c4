import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../harness/chromium.ts";
import { heicFile, hugeFile } from "../awkward-files.ts";
import { MEMBERS } from "../fake-desk.ts";
import { portrait } from "../fake-pictures.ts";
import { type CompanionDesk, companionDesk, editAddress, PATIENCE_MS } from "./companion-browser.ts";
import { createPage, editPage, listPage } from "./plain-pages.ts";
import type { PlainPage } from "./plain-site.ts";

const [DEWI] = MEMBERS;
const STANDARD = "id.sidoarjo.kta-dan-kta-online";
const ADDRESS = editAddress(DEWI!.memberId);
const dewisPage = editPage(DEWI!.memberId, DEWI!.memberNo, DEWI!.fullName);
const failing = (failure: string): PlainPage => ({
  ...dewisPage,
  data: { ...dewisPage.data, fails: failure },
});

/** At the photo step, where a photo ends a step. */
function caseAtPhoto({ daemon }: CompanionDesk) {
  let view = daemon.desk.open(DEWI!, "new", "in-person", STANDARD);
  while (view.now !== "photo") view = daemon.desk.advance(view);
  return view;
}

async function takePhoto(desk: CompanionDesk): Promise<void> {
  await desk.page.keyboard.press("F8");
  await desk.page.locator('[data-testid="preview-canvas"][data-live="true"]').waitFor();
  await desk.page.keyboard.press("F8");
  await desk.part("photo-use").waitFor();
}

const bodyData = (desk: CompanionDesk, name: string): Promise<string | undefined> =>
  desk.page.evaluate(`document.body.dataset.${name}`);

describe("the companion's photo panel", { timeout: 4 * PATIENCE_MS }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  it("takes, crops and hands over a photo by keys alone: to the case, then to INLISLite, then read back", async () => {
    await using desk = await companionDesk(browser);
    const view = caseAtPhoto(desk);
    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("case").waitFor();
    await takePhoto(desk);
    await desk.page.keyboard.press("+");
    await desk.page.keyboard.press("ArrowLeft");
    await desk.page.keyboard.press("Enter");
    await desk.part("photo-stored").waitFor();

    expect(desk.asked().slice(-3)).toEqual(["photo.keep", "photo.get", "photo.delivered"]);
    const kept = desk.daemon.asked.find(({ command }) => command === "photo.keep")?.params as {
      crop: { width: number; height: number };
    };
    expect((kept.crop.width * 1280) / (kept.crop.height * 960)).toBeCloseTo(0.75, 3);
    expect(kept.crop.height).toBeLessThan(1);
    expect(desk.daemon.asked.at(-1)?.params).toEqual({
      case: view.case,
      memberId: DEWI!.memberId,
      memberNo: DEWI!.memberNo,
      before: DEWI!.photoName,
    });
    expect(await bodyData(desk, "photoStart")).toBe("ffd8");
    expect(await bodyData(desk, "released")).toBe("yes");
    expect(await desk.part("photo-drawer").count()).toBe(0);
    expect(await desk.seenErrors()).toEqual([]);
  });

  it("puts a photo right as the console does: turned, lit, another background, every edit taken back", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("photo-button").waitFor();
    await takePhoto(desk);
    await desk.part("photo-edit").click();
    await desk.part("turn-right").click();
    await desk.part("slide-brightness").fill("1.2");
    await desk.part("ground-blue").click();
    await desk.part("ground-preview").waitFor();
    await desk.part("slide-rollDegrees").fill("9");
    await desk.part("shot-warnings").getByText("Sudut foto kosong").waitFor();
    await desk.part("photo-undo").click();
    await desk.part("photo-use").click();
    await desk.part("photo-stored").waitFor();
    const prepared = desk.daemon.asked.findLast(({ command }) => command === "photo.prepare")?.params;
    const look = { quarterTurns: 1, rollDegrees: 0, brightness: 1.2, contrast: 1, background: "blue" };
    expect(prepared).toMatchObject({ look });
    expect(prepared).not.toHaveProperty("copy");
  });

  it("opens the photo of its case again, as it was put right, and sends no picture", async () => {
    await using desk = await companionDesk(browser);
    const { case: caseId } = desk.daemon.desk.put({ ...caseAtPhoto(desk), photo: crypto.randomUUID() });
    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("case").waitFor();
    await desk.part("photo-button").click();
    await desk.part("reopen-photo").click();
    expect(await desk.part("slide-brightness").inputValue()).toBe("1.2");
    await desk.part("slide-contrast").fill("1.1");
    await desk.part("photo-use").click();
    await desk.part("photo-stored").waitFor();
    expect(desk.asked()).not.toContain("photo.keep");
    const edited = desk.daemon.asked.find(({ command }) => command === "photo.edit")?.params;
    expect(edited).toMatchObject({
      case: caseId,
      crop: { x: 0.3 },
      look: { brightness: 1.2, contrast: 1.1 },
    });
  });

  it("says of a file why it cannot be used, and what to do", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("photo-button").click();
    await desk.part("photo-file").setInputFiles(heicFile);
    await desk.part("photo-heic").waitFor();
    expect(await desk.part("photo-heic").textContent()).toContain("Paling Kompatibel");
    using huge = hugeFile();
    await desk.part("photo-file").setInputFiles(huge.file);
    await desk.part("photo-too-large").waitFor();
    expect(await desk.part("photo-too-large").textContent()).toContain("50 MB");
    expect(await desk.part("photo-heic").count()).toBe(0);
  });

  it("needs no case: the photo is prepared for INLISLite alone", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("photo-button").click();
    await desk.page
      .getByTestId("photo-file")
      .setInputFiles({ name: "kiriman.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await portrait()) });
    await desk.part("photo-use").click();
    await desk.part("photo-stored").waitFor();
    expect(desk.asked()).toContain("photo.prepare");
    expect(desk.asked()).not.toContain("photo.keep");
  });

  it("keeps a stranger's case out of the photo of somebody new", async () => {
    await using desk = await companionDesk(browser);
    const view = caseAtPhoto(desk);
    desk.site.pages.set("/anggota/create", createPage);
    await desk.page.addInitScript(`sessionStorage.setItem("titian.case", JSON.stringify("${view.case}"))`);
    await desk.open("/anggota/create");
    await desk.part("no-case").waitFor();
    await takePhoto(desk);
    await desk.part("photo-use").click();
    await desk.part("photo-in-form").waitFor();
    expect(desk.asked()).not.toContain("photo.keep");
  });

  it("leaves what is being typed alone, beside the form and not over it", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set("/anggota/create", createPage);
    await desk.open("/anggota/create");
    await desk.part("no-case").waitFor();
    await desk.page.fill('[name="Fullname"]', "Ratih Sekar");
    await desk.page.focus('[name="Phone"]');
    await takePhoto(desk);
    const drawer = await desk.part("photo-drawer").boundingBox();
    for (const name of ["Fullname", "Phone", "District"]) {
      const field = await desk.page.locator(`[name="${name}"]`).boundingBox();
      expect(field!.x + field!.width, name).toBeLessThanOrEqual(drawer!.x);
    }
    await desk.page.keyboard.press("Enter");
    await desk.part("photo-in-form").waitFor();
    expect(await desk.page.inputValue('[name="Fullname"]')).toBe("Ratih Sekar");
    expect(await desk.page.evaluate("document.activeElement.name")).toBe("Phone");
    expect(desk.site.posts).toEqual([]);
  });

  it.each([
    ["logged-out", "Masuk lagi di tab baru"],
    ["server-error", "Tunggu sebentar"],
    ["timeout", "Periksa jaringan"],
    ["read-back", "Kirim lagi"],
  ])("says why INLISLite did not take a photo (%s), and has it still", async (failure, mend) => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set(ADDRESS, failing(failure));
    await desk.open(ADDRESS);
    await desk.part("photo-button").waitFor();
    await takePhoto(desk);
    await desk.part("photo-use").click();
    await desk.part(`put-${failure}`).waitFor();
    expect(await desk.part(`put-${failure}`).textContent()).toContain(mend);
    await desk.page.evaluate("delete document.body.dataset.fails");
    await desk.part("photo-retry").click();
    await desk.part("photo-stored").waitFor();
    expect(Number(await bodyData(desk, "photoBytes"))).toBe((await portrait()).length);
  });

  it("has the photo still after signing in again has loaded another page, and offers it for nobody else", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set(ADDRESS, failing("logged-out"));
    const [, bima] = MEMBERS;
    desk.site.pages.set(
      editAddress(bima!.memberId),
      editPage(bima!.memberId, bima!.memberNo, bima!.fullName),
    );
    await desk.open(ADDRESS);
    await desk.part("photo-button").waitFor();
    await takePhoto(desk);
    await desk.part("photo-use").click();
    await desk.part("put-logged-out").waitFor();

    await desk.open(editAddress(bima!.memberId));
    await desk.part("photo-button").click();
    await desk.part("photo-take").waitFor();
    expect(await desk.part("photo-retry").count()).toBe(0);

    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("photo-button").click();
    await desk.part("put-before").waitFor();
    await desk.part("photo-retry").click();
    await desk.part("photo-stored").waitFor();
    expect(await desk.page.evaluate('sessionStorage.getItem("titian.photo")')).toBeNull();
  });

  it("says when INLISLite's database does not show the photo that its page has taken", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.confirmsPhotos = false;
    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("photo-button").waitFor();
    await takePhoto(desk);
    await desk.part("photo-use").click();
    await desk.part("photo-not-confirmed").waitFor();
  });

  it("says why there is no picture, tries again on request, and says when a file is none", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.setReasons("desk-1-camera", ["in-use-elsewhere"]);
    desk.site.pages.set(ADDRESS, dewisPage);
    await desk.open(ADDRESS);
    await desk.part("photo-button").click();
    await desk.part("camera-trouble").waitFor();
    expect(await desk.part("camera-trouble").textContent()).toContain("Tutup program itu");
    expect(await desk.part("photo-take").isDisabled()).toBe(true);
    await desk.part("camera-retry").click();
    await desk.page.locator('[data-testid="preview-canvas"][data-live="true"]').waitFor();
    await desk
      .part("photo-file")
      .setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") });
    await desk.part("photo-not-image").waitFor();
  });

  it("is not there where a page takes no photo", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set("/anggota", listPage([]));
    await desk.open("/anggota");
    await desk.part("no-case").waitFor();
    await desk.page.keyboard.press("F8");
    expect(await desk.part("photo-drawer").count()).toBe(0);
    expect(await desk.part("photo-button").count()).toBe(0);
  });
});
