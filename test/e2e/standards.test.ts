import { readFileSync } from "node:fs";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DraftStandard } from "../../src/bridge/protocol/standard-shapes.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";
import { stepTextOf } from "./services/answer-total.ts";

const SIDOARJO = "id.sidoarjo.kta-dan-kta-online";
/** 210 mm. */
const A4_WIDTH_PT = (210 / 25.4) * 72;
/** What the library decides in this test: the counter's part of the service, ten minutes in all. */
const COVERS = ["report-number", "print", "cut-and-laminate", "handover", "receipt"] as const;

const seed = ({ source: { file } }: Standard): string =>
  readFileSync(new URL(`../fixtures/sla/seeds/${file}`, import.meta.url), "utf8");

/** What cases are judged by, and the checklist at intake. */
function judged({ service, requirements, procedures, promise, hours, fees, products }: DraftStandard) {
  const main = procedures.find(({ isAuthoritative }) => isAuthoritative) ?? procedures[0];
  return {
    ...{ service, weekly: hours?.weekly, fees, products },
    requirements: requirements.map(({ text, categories, kinds, channels }) => ({
      text,
      categories,
      kinds,
      channels,
    })),
    steps: main?.steps.map(({ seq, key, text, target, isConditional, performer }) => ({
      ...{ seq, key, text, target, isConditional, isApplicants: performer.role === "applicant" },
    })),
    promise: promise && {
      ...{ published: promise.published, covers: promise.covers, stop: promise.stop },
      ...{ startsAfter: promise.startsAfter, rule: promise.businessDayRule },
    },
  };
}

describe("service standards, from the page of the ministry to the case at the desk", () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open();
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());

  const inBothLooks = async (name: string): Promise<void> => {
    await desk.shot(name);
    await desk.press("language-en");
    await desk.press("theme-switch");
    await desk.shot(`${name}-en-dark`);
    await desk.press("language-id");
    await desk.press("theme-switch");
  };
  const call: ConsoleDesk["bridge"]["client"]["call"] = (...request) => desk.bridge.client.call(...request);

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s: its text, pasted into the page, becomes the reviewed standard with every doubt listed",
    async (id, preset) => {
      const { page } = desk;
      await desk.goTo("standar/baru");
      await desk.byId("import-text").fill(seed(preset));
      await desk.press("import-read");
      await desk.byId("source-lines").waitFor();
      for (const { code } of preset.issues) await desk.byId(`doubt-${code}`).first().waitFor();
      if (id === SIDOARJO) {
        await desk.byId("step-0-2").hover();
        await page.locator(".source-line.is-lit").waitFor();
        await desk.shot("standar-tinjau");
        await page.setViewportSize(LARGE);
        await inBothLooks("standar-tinjau-besar");
        await page.setViewportSize(SMALL);
      }
      const known = new Set((await call("standards.list", {})).standards.map((one) => one.id));
      await desk.press("save-draft");
      await desk.byId("publish").waitFor();
      const made = (await call("standards.list", {})).standards.filter((one) => !known.has(one.id));
      expect(made).toHaveLength(1);
      const { standard } = await call("standard.get", { id: made[0]!.id });
      expect(judged(standard)).toEqual(judged(preset));
    },
    60_000,
  );

  it("a page that is none is refused with a sentence: empty, English without times, a megabyte", async () => {
    const { page } = desk;
    await desk.goTo("standar");
    await desk.goTo("standar/baru");
    await desk.byId("import-text").fill("City Library\n\nMember card\n\nBring an identity card.");
    await desk.press("import-read");
    await desk.byId("doubt-PROMISE_MISSING").waitFor();
    await desk.byId("problem-promise-missing").waitFor();
    await page.getByRole("button", { name: "Kembali" }).click();
    await desk.byId("import-file").setInputFiles({
      ...{ name: "situs.txt", mimeType: "text/plain" },
      buffer: Buffer.alloc(1024 * 1024, "Persyaratan Pelayanan\n"),
    });
    await desk.byId("fault").waitFor();
    expect(await desk.byId("fault").textContent()).toContain("terlalu panjang");
    await desk.byId("import-file").setInputFiles({
      ...{ name: "besar.txt", mimeType: "text/plain" },
      buffer: Buffer.alloc(3 * 1024 * 1024, "x"),
    });
    await desk.byId("file-too-large").waitFor();
  }, 60_000);

  it("Sidoarjo's ten minutes are answered: which steps they mean, in a version of its own, under which a case is opened", async () => {
    const { page } = desk;
    await desk.goTo("standar");
    await desk.byId(`standard-${SIDOARJO}`).waitFor();
    await inBothLooks("standar-daftar");
    await desk.press(`standard-${SIDOARJO}`);
    await desk.byId("standard-sheet").waitFor();
    await inBothLooks("standar-sidoarjo");
    await desk.press("answer-TOTAL_BELOW_STEP_SUM");
    for (const key of COVERS)
      await page.getByText(stepTextOf(SIDOARJO, key), { exact: false }).last().click();
    expect(await desk.byId("covers-sum").textContent()).toContain("Jumlah 10 menit, dijanjikan 10 Menit.");
    await desk.byId("answer-text").fill("Sepuluh menit berlaku untuk pelayanan di meja.");
    await desk.byId("answer-by").fill("Kepala Dinas");
    await desk.shot("standar-jawab");
    await desk.press("answer-save");
    await desk.byId("field-decree").fill("045/12/2026");
    await page.getByRole("link", { name: "Kalender", exact: true }).click();
    await desk.press("leave-stay");
    await desk.press("publish");
    await desk.byId("effective-start").waitFor();
    await desk.press("publish-now");
    await desk.byId("published").waitFor();
    await desk.byId("diff-2").click();
    await desk.byId("diff-dialog").getByText("Waktu itu mencakup").waitFor();
    await desk.shot("standar-perbedaan");
    await page.keyboard.press("Escape");

    for (const sheet of ["standard", "notice"] as const) {
      await desk.press(`print-${sheet}`);
      await desk.byId(`${sheet}-sheet`).waitFor();
      await desk.shot(`standar-cetak-${sheet}`);
      const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
      expect(pdf.getPage(0).getSize().width).toBeCloseTo(A4_WIDTH_PT, 0);
      // The standard of eight steps takes two sheets, the notice one; nothing of the page's own frame is among them.
      expect(pdf.getPageCount()).toBe(sheet === "standard" ? 2 : 1);
      await page.goBack();
      await desk.byId("published").waitFor();
    }
    const service = { member: null, kind: "new", channel: "in-person" } as const;
    const { standard, steps } = await call("case.open", { ...service, standard: SIDOARJO });
    expect(standard).toMatchObject({ version: 2, coversUnresolved: false, publishedSeconds: 600 });
    expect(steps.filter(({ inStandard }) => inStandard)).toHaveLength(8);
    expect(desk.complaints).toEqual([]);
  }, 120_000);
});

describe("the calendar", () => {
  it("takes a pasted list for the year that is missing, refuses hours that overlap, and is used from then on", async () => {
    await using desk = await ConsoleDesk.open({ start: new Date("2026-12-01T02:12:00.000Z") });
    const { page } = desk;
    await desk.byId("calendar-note").waitFor();
    await desk.goTo("kalender");
    await desk.byId("missing-year").waitFor();
    await desk.shot("kalender-kurang");
    await desk.byId("hours-mon").fill("08.00–12.30, 12.00–15.00");
    await desk.byId("hours-mon-flaw").waitFor();
    expect(await desk.byId("save-calendar").isDisabled()).toBe(true);
    await desk.byId("hours-mon").fill("08.00–12.00, 13.00–15.00");
    await desk.press("calendar-paste");
    await desk
      .byId("paste-text")
      .fill("1 Januari Tahun Baru\n9-10 Maret Idul Fitri\nCuti bersama\n8 Maret Idul Fitri");
    await desk.press("paste-read");
    await desk.byId("found-days").getByText("9 Maret 2027").waitFor();
    await desk.shot("kalender-tempel");
    await desk.press("paste-take");
    await desk.press("season-add");
    await desk.byId("season-0-first").fill("2027-02-08");
    await desk.byId("season-0-last").fill("2027-03-08");
    await desk.press("save-calendar");
    await desk.byId("calendar-basis").getByText("versi 1").waitFor();
    await desk.byId("missing-year").waitFor({ state: "detached" });
    await page.setViewportSize(LARGE);
    await desk.press("language-en");
    await desk.press("theme-switch");
    await desk.shot("kalender-en-dark");
    expect((await desk.bridge.client.call("calendar.get", {})).calendar.weekly.mon).toEqual([
      ["08:00", "12:00"],
      ["13:00", "15:00"],
    ]);
    expect(desk.complaints).toEqual([]);
  }, 120_000);
});
