import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hugeFile } from "../web/awkward-files.ts";
import { ConsoleDesk } from "./console-desk.ts";
import { DesignerHand } from "./designer-hand.ts";

const COPY = "lengkung-2";

/** The designer without a mouse, with somebody else at the same design, and on the way out. */
describe("the designer where things are less easy, in Chromium on the real daemon", () => {
  let desk: ConsoleDesk;
  let hand: DesignerHand;
  const press = (key: string) => desk.page.keyboard.press(key);
  const focused = async () => `${await desk.page.evaluate("document.activeElement.dataset.testid")}`;
  /** Tabs until that has the focus: whoever cannot point must get there too. */
  const tabTo = async (testid: string): Promise<void> => {
    for (let at = 0; at < 60 && !(await focused()).startsWith(testid); at += 1) await press("Tab");
    expect(await focused()).toContain(testid);
  };

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    hand = new DesignerHand(desk, COPY);
    await desk.goTo("kartu");
    await desk.byId("design-lengkung").waitFor();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("is reached by keyboard alone, up to the layer that is wanted", async () => {
    await tabTo("design-lengkung");
    await press("Enter");
    await tabTo("edit-design");
    await press("Enter");
    await desk.byId("designer").waitFor();
    await hand.settled();
    await tabTo("box-");
    for (let at = 0; at < 20; at += 1) {
      const before = await focused();
      if (before.startsWith("box-photo-")) break;
      await press("PageUp");
      await expect.poll(focused).not.toBe(before);
    }
    expect(await focused()).toContain("box-photo-");
  });

  it("moves, resizes and saves that layer by keyboard alone", async () => {
    for (let at = 0; at < 4; at += 1) await press("ArrowRight");
    await press("Shift+ArrowDown");
    await press("Control+ArrowRight");
    await expect.poll(() => hand.field("x").inputValue()).toBe("7");
    await expect.poll(() => hand.field("y").inputValue()).toBe("18,7");
    await press("Control+z");
    await expect.poll(() => hand.field("width").inputValue()).toBe("22,2");
    await desk.shot("82-perancang-papan-ketik");
    await tabTo("field-y");
    await press("ArrowUp");
    await expect.poll(() => hand.field("y").inputValue()).toBe("19,2");
    await tabTo("save-design");
    await press("Enter");
    await desk.byId("save-state").getByText("Tersimpan").waitFor();
    expect((await hand.saved("photo")).box).toMatchObject({ x: 7, y: 19.2, width: 22.2 });
  });

  it("draws a layer to the lines of the card and of its neighbours, and shows them", async () => {
    const photo = await hand.frame("photo").boundingBox();
    const card = await desk.page.locator(".canvas-sheet-card").boundingBox();
    if (!photo || !card) throw new Error("the card is not on the page");
    const mm = card.width / 85.6;
    const { mouse } = desk.page;
    await mouse.move(photo.x + 40, photo.y + 40);
    await mouse.down();
    await mouse.move(photo.x + 40 - 3.6 * mm, photo.y + 40, { steps: 6 });
    await desk.byId("guide-safe").first().waitFor();
    await mouse.up();
    await expect.poll(() => hand.field("x").inputValue()).toBe("3");
    await press("Control+z");
  });

  it("asks before unsaved changes are left behind, and keeps them when one stays", async () => {
    await hand.field("x").fill("9");
    await desk.page.getByRole("link", { name: "Loket", exact: true }).click();
    await desk.byId("leave-dialog").waitFor();
    await desk.shot("83-perubahan-belum-disimpan");
    await desk.press("leave-stay");
    await desk.byId("leave-dialog").waitFor({ state: "detached" });
    expect(new URL(desk.page.url()).hash).toBe(`#/kartu/${COPY}`);
    await expect.poll(() => hand.field("x").inputValue()).toBe("9");
  });

  it("says that another page has saved the same design, and loses nothing of either", async () => {
    const { client } = desk.clerk;
    const { template, design } = await client.call("design.get", { name: COPY });
    const theirs = { ...template, title: "Dari halaman lain" };
    await client.call("design.save", {
      draft: { template: theirs, pictures: [], basedOn: { name: COPY } },
      expects: design.version,
    });
    await desk.press("save-design");
    await desk.byId("conflict").waitFor();
    await desk.shot("84-dua-halaman");
    await expect.poll(() => hand.field("x").inputValue()).toBe("9");

    await desk.press("conflict-copy");
    await desk.page.waitForURL(/#\/kartu\/lengkung-2-/);
    const copied = new URL(desk.page.url()).hash.slice("#/kartu/".length);
    expect((await new DesignerHand(desk, copied).saved("photo")).box.x).toBe(9);
    const kept = await client.call("design.get", { name: COPY });
    expect(kept.template.title).toBe("Dari halaman lain");
  });

  it("brings a picture of the library's own, and refuses what is none", async () => {
    await desk.goTo(`kartu/${COPY}`);
    await desk.byId("designer").waitFor();
    await hand.settled();
    await desk.press("add-layer");
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    await desk
      .byId("add-image")
      .setInputFiles({ name: "gambar.svg", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await desk.page.getByText("Berkas ini bukan PNG atau JPEG").waitFor();
    await desk.byId("add-image").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: png });
    await hand.frame("image").waitFor();
    await hand.settled();
    await hand.save();
    expect((await hand.layers()).at(-1)).toMatchObject({ kind: "image", asset: "picture-1" });
    const { pictures } = await desk.clerk.client.call("design.get", { name: COPY });
    expect(pictures.map(({ name }) => name)).toEqual(["picture-1"]);
  });

  it("refuses a picture of a hundred megabytes without reading it", async () => {
    const before = await hand.layers();
    await desk.press("add-layer");
    using huge = hugeFile();
    await desk.byId("add-image").setInputFiles(huge.file);
    await desk.page.getByText("Berkas ini bukan PNG atau JPEG di bawah 8 MB").waitFor();
    await desk.page.keyboard.press("Escape");
    expect(await hand.layers()).toEqual(before);
  });

  it("refuses a barcode whose box is too narrow for a long number, in what was measured", async () => {
    await desk.byId("layers").getByRole("button", { name: "Barcode", exact: true }).click();
    await hand.field("width").fill("30");
    await hand.settled();
    const finding = desk.byId("finding-module-small");
    await finding.getByLabel("Harus diperbaiki").waitFor();
    expect(await finding.textContent()).toContain("Terukur 2 piksel, semestinya 3 piksel.");
    await desk.shot("85-periksa-cetak-terukur");
    await desk.press("tool-undo");
    await hand.settled();
    await finding.waitFor({ state: "detached" });
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});
