import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { samplePhoto } from "../../src/cards/rendering/sample-photo.ts";
import { jpegSizeOf } from "../../src/devices/index.ts";
import { heicFile, hugeFile } from "../web/awkward-files.ts";
import { ConsoleDesk } from "./console-desk.ts";

const PATIENCE_MS = 120_000;

describe("a photo that is put right", () => {
  let desk: ConsoleDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    const { memberNo } = await desk.clerk.someMember();
    let view = await desk.clerk.open(memberNo);
    while (view.work !== "photo") view = await desk.clerk.done(view);
    caseId = view.case;
    await desk.goToCase(caseId);
    await desk.atWork("photo");
    await desk.press("main-button");
    await desk.byId("crop-dialog").waitFor();
  }, PATIENCE_MS);
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const undoText = (): Promise<string> => desk.byId("photo-undo").innerText();

  it("is turned, lit and moved, and every edit is taken back, one by one", async () => {
    await desk.press("photo-edit");
    await desk.byId("edit-tools").waitFor();
    const frame = desk.byId("crop-frame");
    const before = await frame.getAttribute("style");
    await desk.press("turn-right");
    await desk.byId("slide-brightness").fill("1.2");
    await desk.byId("slide-rollDegrees").fill("6");
    await desk.shot("foto-sunting");
    expect(await undoText()).toContain("3");
    await desk.press("photo-undo");
    await desk.press("photo-undo");
    expect(await desk.byId("slide-brightness").inputValue()).toBe("1");
    await desk.press("photo-undo");
    expect(await desk.byId("photo-undo").isDisabled()).toBe(true);
    expect(await frame.getAttribute("style")).toBe(before);
  });

  it("gets another background, or is told why not, and the wall comes back with one press", async () => {
    await desk.press("ground-red");
    const preview = desk.byId("ground-preview");
    await preview.waitFor();
    expect(await preview.getAttribute("data-result")).toMatch(/^(replaced|not-plain|too-alike)$/);
    await desk.shot("foto-latar");
    await desk.press("photo-undo");
    await preview.waitFor({ state: "detached" });
  });

  it("is kept as it was put right, beside its original, in a copy for the card and one for INLISLite", async () => {
    const { client } = desk.clerk;
    await desk.byId("slide-contrast").fill("1.1");
    await desk.press("photo-use");
    await desk.byId("crop-dialog").waitFor({ state: "detached" });
    const { photo, look } = await client.call("photo.original", { case: caseId });
    expect(look).toMatchObject({ contrast: 1.1, quarterTurns: 0, background: null });
    expect(jpegSizeOf(await client.frame(photo))).toBeDefined();
    for (const [copy, ratio] of [
      ["card", 3 / 4],
      ["inlislite", 4 / 5],
    ] as const) {
      const got = await client.call("photo.get", { case: caseId, copy });
      const { widthPx = 0, heightPx = 1 } = jpegSizeOf(await client.frame(got.photo)) ?? {};
      expect(widthPx / heightPx).toBeCloseTo(ratio, 2);
    }
  });

  it("warns of empty corners and of the dark, as the photo is after its edits, and forbids nothing", async () => {
    await desk.atWork("verify");
    await desk.press("change-photo");
    const dark = Buffer.from(await samplePhoto({ isDark: true, widthPx: 900, heightPx: 1200 }));
    await desk.byId("photo-file").setInputFiles({ ...heicFile, name: "gelap.jpg", buffer: dark });
    await desk.byId("crop-dialog").getByText("Gambar agak gelap").waitFor();
    await desk.press("photo-edit");
    await desk.byId("slide-rollDegrees").fill("12");
    for (let presses = 0; presses < 20; presses += 1) await desk.press("crop-zoom-out");
    const warnings = desk.byId("shot-warnings");
    await warnings.getByText("Sudut foto kosong").waitFor();
    await warnings.getByText("Gambar agak gelap").waitFor();
    await desk.shot("foto-peringatan");
    await desk.byId("slide-rollDegrees").fill("0");
    await warnings.getByText("Sudut foto kosong").waitFor({ state: "detached" });
    expect(await desk.byId("photo-use").isEnabled()).toBe(true);
    await desk.page.keyboard.press("Escape");
    await desk.byId("crop-dialog").waitFor({ state: "detached" });
  });

  it("is opened again with its edits while the original is kept, and all of them are taken back with one press", async () => {
    const { client } = desk.clerk;
    await desk.press("edit-photo");
    await desk.byId("edit-tools").waitFor();
    expect(await desk.byId("slide-contrast").inputValue()).toBe("1.1");
    await desk.press("photo-undo");
    expect(await desk.byId("slide-contrast").inputValue()).toBe("1");
    expect(await desk.byId("photo-undo").isDisabled()).toBe(true);
    await desk.byId("slide-brightness").fill("1.15");
    await desk.press("photo-use");
    await desk.byId("crop-dialog").waitFor({ state: "detached" });
    await desk.atWork("verify");
    const { look } = await client.call("photo.original", { case: caseId });
    expect(look).toMatchObject({ contrast: 1, brightness: 1.15 });
  });

  it("says which files it cannot use, and what to do about them", async () => {
    await desk.press("change-photo");
    await desk.byId("photo-file").setInputFiles(heicFile);
    await desk.byId("photo-heic").waitFor();
    await desk.shot("foto-heic");
    using huge = hugeFile();
    await desk.byId("photo-file").setInputFiles(huge.file);
    await desk.byId("photo-too-large").waitFor();
    expect(await desk.byId("photo-heic").count()).toBe(0);
    await desk.byId("photo-file").setInputFiles({ ...heicFile, buffer: Buffer.from("bukan gambar") });
    await desk.byId("photo-not-image").waitFor();
  });
});
