import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBarcode } from "../../src/cards/rendering/verify.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";
import { DesignerHand } from "./designer-hand.ts";

const COPY = "lengkung-2";

/** The library's own copy of *Lengkung*, from the first look at it to a card that is printed from it. */
describe("designing a card in Chromium, on the real daemon", () => {
  let desk: ConsoleDesk;
  let hand: DesignerHand;
  const keys = (...pressed: string[]) =>
    pressed.reduce<Promise<void>>(async (before, key) => {
      await before;
      await desk.page.keyboard.press(key);
    }, Promise.resolve());
  const set = async (id: string, value: string): Promise<void> => {
    await hand.field(id).fill(value);
  };
  const undone = (id: string, value: string) => expect.poll(() => hand.field(id).inputValue()).toBe(value);
  const rules = async () => (await desk.clerk.client.call("designs.list", {})).choices.rules;
  /** The number in the barcode of the card on the canvas. */
  const readPreview = async (): Promise<string | undefined> => {
    const shown = `document.querySelector('[data-testid="preview"]').toDataURL("image/png")`;
    const png = Buffer.from((await desk.page.evaluate<string>(shown)).split(",")[1] ?? "", "base64");
    return (await readBarcode(png))?.text;
  };

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    hand = new DesignerHand(desk, COPY);
    await desk.goTo("kartu");
    await desk.byId("design-lengkung").waitFor();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("shows every design by its pictures, and what is known of the chosen one", async () => {
    // Both sides of the two designs that are on the screen.
    await desk.page.locator('[data-testid^="picture-"][width]').nth(3).waitFor();
    await desk.byId("design-facts").getByText("Code 128").waitFor();
    expect(await desk.byId("design-facts").textContent()).toContain("85,60 × 53,98 mm");
    await desk.shot("75-desain-kartu");
  });

  it("copies an installed design and opens the copy", async () => {
    await desk.press("design-lengkung");
    await desk.press("edit-design");
    await desk.byId("designer").waitFor();
    expect(new URL(desk.page.url()).hash).toBe(`#/kartu/${COPY}`);
    await hand.settled();
    await desk.byId("check-clean").waitFor();
    await desk.shot("76-perancang");
  });

  it("keeps a photo that was dragged by 5 mm where it was let go, to a tenth of a millimetre", async () => {
    await desk.press("snap");
    await desk.byId("grid").selectOption("off");
    await hand.drag(hand.frame("photo"), 5, 0);
    await hand.settled();
    await hand.save();
    const { box } = await hand.saved("photo");
    expect(box.x).toBeCloseTo(10, 1);
    expect(box.y).toBeCloseTo(18.6, 1);
    expect(box).toMatchObject({ width: 22.2, height: 29.6 });
  });

  it("resizes it by a corner at 3:4, and takes that back and again with the keyboard", async () => {
    await hand.drag(desk.byId("handle-se"), -6, -8);
    const smaller = await hand.field("width").inputValue();
    expect(Number(smaller.replace(",", "."))).toBeCloseTo(16.2, 0);
    const height = Number((await hand.field("height").inputValue()).replace(",", "."));
    expect(Number(smaller.replace(",", ".")) / height).toBeCloseTo(0.75, 2);
    await hand.frame("photo").focus();
    await keys("Control+z");
    await undone("width", "22,2");
    await keys("Control+y");
    await undone("width", smaller);
    await keys("Control+z");
  });

  it("adds a text that shows the day of registration, and draws it", async () => {
    await desk.press("add-layer");
    await desk.press("add-text");
    await desk.byId("part-1").fill("Terdaftar");
    await desk.press("add-value");
    await desk.byId("part-2").selectOption("registeredOn");
    await set("x", "31");
    await set("y", "30,5");
    await set("size", "2,2");
    await hand.settled();
    await desk.shot("77-perancang-teks");
    await hand.save();
    expect((await hand.layers()).at(-1)).toMatchObject({
      kind: "text",
      content: ["Terdaftar", { bind: "registeredOn" }],
      box: { x: 31, y: 30.5 },
      size: 2.2,
    });
  });

  it("shows the card of somebody with a name of 255 letters, and of somebody without a photo", async () => {
    for (const sample of ["worst", "long-number", "no-photo", "dark", "minor", "short"]) {
      await desk.byId("sample").selectOption(sample);
      await hand.settled();
      await desk.shot(`86-contoh-${sample}`);
    }
  });

  it("shows the card of a member who is looked for by name, and keeps nothing of them", async () => {
    const { fullName, memberNo } = await desk.clerk.someMember(3);
    const before = desk.bridge.bridge.store.events.lastSeq;
    await desk.byId("sample").selectOption("another");
    await desk.byId("shown-on-dialog").waitFor();
    await desk.byId("member-search").fill(fullName);
    await desk.page.locator(`[data-member="${memberNo}"]`).click();
    await desk.byId("shown-on-dialog").waitFor({ state: "detached" });
    // The old picture may still be there for a moment, and is not stale before the page has drawn again.
    await expect.poll(readPreview).toBe(memberNo);
    expect(await desk.byId("sample").inputValue()).toBe("member");
    await desk.shot("86-contoh-anggota");
    await desk.byId("sample").selectOption("another");
    await desk.byId("shown-on-dialog").waitFor();
    await keys("Escape");
    await desk.byId("shown-on-dialog").waitFor({ state: "detached" });
    expect(await desk.byId("sample").inputValue()).toBe("member");
    await desk.byId("sample").selectOption("short");
    await expect.poll(readPreview).toBe("26110000001");
    expect(desk.bridge.bridge.store.events.lastSeq).toBe(before);
  });

  it("refuses what lies in the quiet zone of a barcode, says why, and leads to it", async () => {
    await desk.press("add-layer");
    await desk.press("add-rect");
    await set("x", "31");
    await set("y", "36");
    await set("width", "6");
    await set("height", "4");
    await hand.settled();
    await hand.save();
    await desk.byId("finding-code-covered").waitFor();
    const approve = desk.byId("approve-design");
    expect(await approve.isDisabled()).toBe(true);
    await desk.page.getByText("1 hal di Periksa cetak harus diperbaiki dahulu").waitFor();
    await keys("Escape");
    await desk.press("finding-code-covered");
    await desk.byId("field-symbology").waitFor();
    await desk.shot("78-periksa-cetak");
    await expect(
      desk.clerk.client.call("design.approve", { name: COPY, version: await newest() }),
    ).rejects.toMatchObject({ code: "DESIGN_NOT_PRINTABLE" });
  });

  it("is approved once that is mended", async () => {
    await hand.frame("rect").click();
    await keys("Delete");
    await hand.settled();
    await hand.save();
    await desk.byId("approve-design").and(desk.page.locator(":enabled")).click();
    await desk.byId("save-state").getByText("Disetujui").waitFor();
    await desk.shot("79-disetujui");
  });

  it("prints a sample card whose barcode reads back", async () => {
    await desk.press("designer-print");
    await desk.byId("test-print-dialog").waitFor();
    await desk.press("test-print-go");
    await desk.byId("test-printed").waitFor();
    await desk.shot("80-kartu-contoh");
    expect(await desk.clerk.cardInTray()).toBe("CONTOH-0001");
    await keys("Escape");
  });

  it("is chosen for everybody", async () => {
    await desk.press("to-designs");
    await desk.press(`design-${COPY}`);
    await desk.press("use-design");
    await desk.byId("said").waitFor();
    const { choices } = await desk.clerk.client.call("designs.list", {});
    expect(choices.default).toBe(COPY);
  });

  it("gets a rule of its own for children", async () => {
    await desk.press("design-choices");
    await desk.press("add-rule");
    await desk.byId("rule-1-design").selectOption("lengkung-no-photo");
    await desk.shot("81-desain-untuk-siapa");
    await desk.press("save-choices");
    await desk.byId("choices-dialog").waitFor({ state: "detached" });
    expect(await rules()).toEqual([{ minor: true, design: "lengkung-no-photo" }]);
  });

  it("and for types of members, which are INLISLite's own and not typed", async () => {
    await desk.press("design-choices");
    const types = desk.byId("rule-1").getByTestId("member-types");
    await types.locator("summary").click();
    expect(await types.locator("label").allTextContents()).toEqual(
      expect.arrayContaining(["Mahasiswa", "Pelajar", "Umum"]),
    );
    await types.getByRole("checkbox", { name: "Pelajar", exact: true }).check();
    await types.getByRole("checkbox", { name: "Umum", exact: true }).check();
    await types.getByRole("checkbox", { name: "Umum", exact: true }).uncheck();
    await desk.shot("81-jenis-anggota");
    await desk.press("save-choices");
    await desk.byId("choices-dialog").waitFor({ state: "detached" });
    expect(await rules()).toEqual([{ minor: true, memberTypes: ["Pelajar"], design: "lengkung-no-photo" }]);
  });

  it("goes out as one file and comes in again as the same design", async () => {
    const exported = desk.page.waitForEvent("download");
    await desk.press("export-design");
    const file = await (await exported).path();
    const bytes = await readFile(file);
    expect(JSON.parse(bytes.toString("utf8"))).toMatchObject({ format: "titian-card-design" });
    await desk
      .byId("import-design")
      .setInputFiles({ name: "desain.json", mimeType: "application/json", buffer: bytes });
    await desk.byId("design-lengkung-2-2").waitFor();
    const again = await desk.clerk.client.call("design.get", { name: "lengkung-2-2" });
    expect(again.template.front.layers).toEqual(await hand.layers());
    expect(again.design.state).toBe("draft");
  });

  it.each([
    ["a small", SMALL, ""],
    ["a large", LARGE, "-lebar"],
  ])("fits %s screen, in both languages, light and dark", async (_, size, name) => {
    await desk.page.setViewportSize(size);
    await desk.goTo("kartu");
    await desk.byId(`design-${COPY}`).click();
    await desk.page.locator(`[data-testid="picture-${COPY}-front"][width]`).waitFor();
    await desk.shot(`87-desain-kartu${name}`);
    await desk.goTo(`kartu/${COPY}`);
    await desk.press("language-en");
    await hand.settled();
    await hand.frame("text").click();
    await desk.press("theme-switch");
    await desk.shot(`88-designer-dark${name}`);
    await desk.press("theme-switch");
    await desk.shot(`89-designer-en${name}`);
    await desk.press("language-id");
    await desk.byId("save-state").getByText("Tersimpan").waitFor();
    const doesScroll = await desk.page.evaluate(
      "document.documentElement.scrollHeight > document.documentElement.clientHeight",
    );
    expect(doesScroll).toBe(false);
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });

  async function newest(): Promise<number> {
    return (await desk.clerk.client.call("design.get", { name: COPY })).design.version;
  }
});
