import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRINTER } from "../harness/clerk.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";

const SHEETS = "desk-1-sheets";
const PATIENCE_MS = 120_000;

let desk: ConsoleDesk;

beforeAll(async () => {
  desk = await ConsoleDesk.open({
    config: (demo) => ({
      ...demo,
      devices: demo.devices.map((one) =>
        one.id === PRINTER || one.id === SHEETS ? { ...one, options: { printMs: 30 } } : one,
      ),
    }),
  });
  desk.page.setDefaultTimeout(60_000);
}, PATIENCE_MS);
afterAll(() => desk[Symbol.asyncDispose]());

const choose = (id: string, value: string): Promise<unknown> => desk.byId(id).selectOption(value);

async function ordinary(count: number): Promise<readonly string[]> {
  const members = await desk.clerk.anyMembers();
  const usable = members.filter(({ mayHaveCard }) => mayHaveCard).map(({ memberNo }) => memberNo);
  return usable.slice(0, count);
}

async function upload(name: string, text: string): Promise<void> {
  await desk.goTo("cetak/kelompok/baru");
  await desk.byId("list-file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await desk.byId("list-read").waitFor();
}

describe("a class's cards on sheets", () => {
  it(
    "go from a list with mistakes to sheets that somebody has looked at",
    async () => {
      const numbers = await ordinary(14);
      const rows = numbers.map((memberNo, index) => `${index + 1};"Siswa ke-${index + 1}";${memberNo}`);
      const mistakes = [
        "15;Nomor salah;00000000",
        `16;Dobel;${numbers[0]}`,
        "17;;",
        '18;Rumus;"=HYPERLINK(""x"")"',
      ];
      await desk.goTo("cetak/kelompok");
      await desk.shot("batch-empty");
      await desk.press("main-button");
      await desk.byId("new-batch").waitFor();
      await upload(
        "kelas-7a.csv",
        `\u{feff}No;Nama;Nomor Anggota\r\n${[...rows, ...mistakes].join("\r\n")}\r\n`,
      );
      await desk.shot("52-kelompok-siapa");
      await desk.press("main-button");

      await desk.byId("plan-ready").filter({ hasText: "14 kartu" }).waitFor();
      expect(await desk.byId("plan-bad").locator("tbody tr").count()).toBe(4);
      expect(await desk.byId("plan-bad").innerText()).toContain("sama dengan baris 2");
      await choose("batch-target", SHEETS);
      await choose("batch-design", "lengkung-no-photo");
      await choose("batch-layout", "a4-10");
      await desk.byId("cell-4").click();
      await desk.byId("batch-needs").filter({ hasText: "2 lembar" }).waitFor();
      await desk.shot("53-kelompok-rencana");
      await desk.press("main-button");

      await desk.byId("thumbnail").nth(11).waitFor();
      await desk.shot("54-kelompok-lihat");
      await desk.press("preview-next");
      await expect.poll(() => desk.byId("thumbnail").count(), { timeout: 60_000 }).toBe(2);
      await desk.press("main-button");

      await desk.byId("sheet-verdict").waitFor();
      await desk.byId("cell-5").click();
      await desk.shot("55-lembar-diperiksa");
      await desk.press("sheet-settle");
      await desk.byId("sheet-verdict").filter({ hasText: "Lembar 2" }).waitFor();
      await desk.press("sheet-settle");
      // The spoiled card comes on whichever sheet is made next: the second, or one of its own.
      const third = desk.byId("sheet-verdict").filter({ hasText: "Lembar 3" });
      const done = desk.page.getByRole("heading", { name: /^Selesai/u });
      await third.or(done).waitFor();
      if (await third.isVisible()) await desk.press("sheet-settle");
      await desk.page.getByRole("heading", { name: "Selesai: 14 kartu tercetak" }).waitFor();
      await desk.shot("batch-done");
      await desk.goTo("laminasi");
      await desk.byId("sheet-cut").first().waitFor();
      await desk.shot("59-lembar-di-papan");
      await desk.byId("sheet-cut").first().click();
      const cut = desk.byId("column-to-laminate").getByTestId("board-card");
      // The first sheet had room for six cards, of which one was spoiled.
      await expect.poll(() => cut.count(), { timeout: 60_000 }).toBe(5);
      expect(desk.complaints).toEqual([]);
    },
    PATIENCE_MS * 3,
  );
});

describe("a batch on the card printer", () => {
  it(
    "stops at the card that the printer lost, asks about it, and goes on",
    async () => {
      await desk.goTo("cetak/kelompok/baru");
      const numbers = (await ordinary(22)).slice(15);
      await desk.byId("source-typed").fill(numbers.join("\n"));
      await desk.press("main-button");
      await choose("batch-target", PRINTER);
      await choose("batch-design", "lengkung-no-photo");
      await desk.press("main-button");
      await desk.byId("thumbnail").first().waitFor();
      await desk.clerk.client.call("device.simulate", { device: PRINTER, faults: ["vanished-job"] });
      await desk.press("main-button");
      await desk.byId("asked-card").waitFor();
      await desk.shot("56-kelompok-bertanya");
      await desk.clerk.client.call("device.simulate", { device: PRINTER, faults: [] });
      await desk.press("answer-again-did-not-come-out");
      await desk.page.locator('[data-testid="main-button"]:not([disabled])').click();
      await desk.page.getByRole("heading", { name: /^Selesai/u }).waitFor();
      expect(desk.complaints).toEqual([]);
    },
    PATIENCE_MS * 3,
  );
});

describe("a batch that nobody wants any more", () => {
  it(
    "is cancelled before it was begun, and its members can be printed again",
    async () => {
      const [last] = (await ordinary(24)).slice(-1);
      const find = async (): Promise<void> => {
        await desk.goTo("cetak/kelompok/baru");
        await desk.byId("source-typed").fill(last!);
        await desk.press("main-button");
        await desk.byId("plan-ready").waitFor();
      };
      await find();
      await choose("batch-target", PRINTER);
      await choose("batch-design", "lengkung-no-photo");
      await desk.press("main-button");
      await desk.byId("one-batch").waitFor();
      await desk.press("batch-cancel");
      await desk.press("cancel-batch-go");
      await desk.byId("batch-state").filter({ hasText: "Dibatalkan" }).waitFor();
      await desk.goTo("loket");
      await find();
      await desk.byId("plan-ready").filter({ hasText: "1 kartu" }).waitFor();
    },
    PATIENCE_MS * 2,
  );
});

describe("a sheet printer", () => {
  it(
    "is calibrated by a page and four numbers; what cannot be is refused with what to do",
    async () => {
      await desk.goTo("cetak/kalibrasi");
      await desk.byId("calibration").waitFor();
      await desk.press("main-button");
      await desk.byId("measure").waitFor();
      const fill = async (values: readonly string[]): Promise<void> => {
        for (const [index, value] of values.entries()) await desk.byId(`measure-${index}`).fill(value);
      };
      await fill(["30,5", "41", "141", "200"]);
      await desk.press("main-button");
      await desk.byId("fault").filter({ hasText: "100 %" }).waitFor();
      await fill(["31,5", "39,5", "150", "199,8"]);
      await desk.shot("57-kalibrasi-ukur");
      await desk.press("main-button");
      await desk.byId("calibration-kept").filter({ hasText: "Geser -1,5 mm" }).waitFor();
      await desk.shot("58-kalibrasi-tersimpan");
      await desk.page.setViewportSize(LARGE);
      await desk.shot("calibration-kept-1920");
      await desk.press("language-en");
      await desk.press("theme-switch");
      await desk.shot("calibration-kept-1920-en-dark");
      await desk.goTo("cetak/kelompok");
      await desk.byId("batch-state").first().waitFor();
      await desk.shot("batch-list-1920-en-dark");
      await desk.press("theme-switch");
      await desk.press("language-id");
      await desk.page.setViewportSize(SMALL);
      await desk.shot("batch-list");
      await desk.goTo("cetak/kalibrasi");
      await desk.press("calibration-forget");
      await desk.press("forget-calibration-go");
      await desk.byId("calibration-kept").waitFor({ state: "detached" });
      expect((await desk.clerk.client.call("batch.choices", {})).calibrations).toEqual([]);
      expect(desk.complaints).toEqual([]);
    },
    PATIENCE_MS * 2,
  );
});
