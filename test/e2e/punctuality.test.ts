import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";

const LEBAK = "id.lebak.pembuatan-kta";
/** Lebak publishes 60 · 300 · 300 · 300 · 300 · 180 s and 24 minutes in all; the last step is two acts here. */
const CASES: readonly (readonly number[])[] = [
  [60, 300, 300, 120, 60, 60, 30], // 930 s = 15:30
  [60, 240, 300, 180, 60, 60, 40], // 940 s = 15:40
  [30, 300, 360, 240, 100, 60, 50], // 1140 s = 19:00
  [60, 300, 300, 300, 300, 120, 60], // 1440 s = 24:00, in time to the second
  [70, 400, 400, 300, 300, 120, 60], // 1650 s = 27:30, late by 3:30
];

/** Serves a member of the list in exactly these seconds; `beforeTheEnd` looks at the desk with the card still in hand. */
async function serve(
  desk: ConsoleDesk,
  index: number,
  beforeTheEnd?: (view: CaseView) => Promise<void>,
): Promise<CaseView> {
  const { clerk } = desk;
  const seconds = CASES[index] ?? [];
  const { memberNo } = await clerk.someMember(index);
  let view = await clerk.open(memberNo);
  for (const act of seconds) {
    desk.skip(act);
    if (view.work === "photo") view = await clerk.photograph(view);
    else if (view.work === "handover") {
      await beforeTheEnd?.(view);
      view = await clerk.handOver(view);
    } else if (view.work === "print") {
      await clerk.printed(view);
      await clerk.scan(memberNo);
      view = await clerk.until(view.case, ({ work }) => work !== "print");
    } else view = await clerk.done(view);
  }
  return view;
}

/** Three whole services in one test, each with a photo and a printed card. */
const SERVED_WITHIN_MS = 120_000;

describe("Ketepatan in Chromium, on the real daemon, with every second known", {
  timeout: SERVED_WITHIN_MS,
}, () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open({
      standsStill: true,
      config: (demo) => ({
        ...demo,
        library: { ...demo.library, standard: LEBAK },
        cards: { ...demo.cards, route: [] },
      }),
    });
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const says = async (id: string): Promise<string> => (await desk.byId(id).textContent()) ?? "";
  const row = (id: string): Promise<string[]> => desk.byId(id).locator("td:not(.drawn)").allTextContents();

  it("says that there are no cases, instead of 100 %", async () => {
    await desk.goTo("ketepatan");
    await desk.byId("no-cases").waitFor();
    await desk.shot("100-ketepatan-kosong");
    expect(await desk.byId("headline").count()).toBe(0);
  });

  it("lists the times of three cases, and gives no percentage", async () => {
    for (const index of [0, 1, 2]) expect(await serve(desk, index)).toMatchObject({ status: "handed-over" });
    await desk.byId("few").waitFor();
    await desk.page.getByTestId("few").getByText("3 kasus").waitFor();
    await desk.page.getByText("15:30 · 15:40 · 19:00").waitFor();
    expect(await desk.byId("on-time-percent").count()).toBe(0);
    await desk.shot("101-ketepatan-tiga-kasus");
  });

  it("asks on the result of a late case why it was late, and takes no for an answer", async () => {
    await serve(desk, 3);
    await serve(desk, 4, async ({ case: id }) => {
      await desk.goToCase(id);
      await desk.atWork("print-and-handover");
    });
    await desk.byId("main-button").waitFor();
    await desk.shot("105-hasil-terlambat");
    await desk.press("late-reason-ask");
    await desk.byId("late-reason-dialog").waitFor();
    await desk.shot("102-sebab-terlambat");
    await desk.press("late-printer-stopped");
    await desk.page.getByText("Sebab dicatat: Printer macet.").waitFor();
    await desk.press("main-button");
    await desk.byId("member-search").waitFor();
  });

  it("finds the figures of the hand calculation on the page", async () => {
    await desk.pass(0);
    await desk.goTo("ketepatan");
    await desk.byId("on-time-percent").waitFor();
    expect(await says("on-time-percent")).toBe("80 %");
    expect(await says("headline")).toContain("4 dari 5");
    expect([await says("median"), await says("p90"), await says("max")]).toEqual(["19:00", "27:30", "27:30"]);
    await desk.shot("103-ketepatan");
  });

  it("puts what was measured beside mutu baku, step by step", async () => {
    // Target, median, nine of ten, longest, cases, share on time.
    expect(await row("step-intake")).toEqual(["1:00", "1:00", "1:10", "1:10", "5", "80 %"]);
    expect(await row("step-form-electronic")).toEqual(["5:00", "5:00", "6:40", "6:40", "5", "80 %"]);
    expect(await row("step-data-entry")).toEqual(["5:00", "5:00", "6:40", "6:40", "5", "60 %"]);
    expect(await row("step-photo")).toEqual(["5:00", "4:00", "5:00", "5:00", "5", "100 %"]);
    expect(await row("step-verify")).toEqual(["5:00", "1:40", "5:00", "5:00", "5", "100 %"]);
    // 90, 100, 110, 180 and 180 s.
    expect(await row("step-print-and-handover")).toEqual(["3:00", "1:50", "3:00", "3:00", "5", "100 %"]);
    // 60 s over in one case and 100 s in another.
    expect(await says("bottleneck")).toContain("Isi data");
    expect(await says("bottleneck")).toContain("2:40");
  });

  it("divides the time, names the reason, and lists the late case first", async () => {
    // Over five cases: 1540 s of 6100 s were the applicants', 1660 s nobody's by the document.
    expect(await says("split-applicant")).toContain("5:08");
    expect(await says("split-library")).toContain("9:40");
    expect(await says("split-rest")).toContain("5:32");
    expect(await desk.byId("late-reasons").locator("li").allTextContents()).toEqual([
      expect.stringMatching(/Printer macet\s*1/),
    ]);
    const rows = desk.byId("case-row");
    expect(await rows.count()).toBe(5);
    expect(await rows.first().textContent()).toMatch(/A-005.*27:30 \/ 24:00.*Terlambat 3:30.*Printer macet/s);
    expect(await desk.page.getByTestId("distribution").locator("rect.off").count()).toBe(1);
    expect(await desk.page.getByTestId("trend").locator("rect").count()).toBe(2);
  });

  /** What the browser downloads, as words where it is a PDF. */
  const downloaded = async (
    format: "pdf" | "xlsx",
  ): Promise<{ readonly name: string; readonly file: string }> => {
    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.press(`report-as-${format}`),
    ]);
    const name = download.suggestedFilename();
    const file = `test-results/pictures/${name}`;
    await download.saveAs(file);
    return { name, file };
  };

  it("puts the same figures on paper for the head of service, with the calculation and room to sign", async () => {
    await desk.press("open-reports");
    await desk.byId("report-dialog").waitFor();
    await desk.shot("107-laporan");
    const { name, file } = await downloaded("pdf");
    expect(name).toMatch(/^ketepatan-\d{4}-\d{2}-01-\d{4}-\d{2}-\d{2}\.pdf$/);
    const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    for (const figure of [
      "80,0 %",
      "tepat waktu: 4 dari 5 kasus",
      "19:00",
      "27:30",
      "24 Menit",
      "Printer kartu berhenti",
    ])
      expect(words).toContain(figure);
    // Target, cases, median, nine of ten, longest, share on time: the page's own row.
    expect(words).toMatch(/5:00\s+5\s+5:00\s+6:40\s+6:40\s+60,0 %/);
    expect(words).toContain("Cara menghitung.");
    expect(words).toContain("Mengetahui,");
    expect((await downloaded("xlsx")).name).toMatch(/\.xlsx$/);
  });

  it("prints the day's register with names to sign beside, and asks which paper", async () => {
    await desk.byId("report-register").click();
    await desk.byId("paper-F4").click();
    const { name, file } = await downloaded("pdf");
    expect(name).toMatch(/^register-/);
    expect(execFileSync("pdfinfo", [file], { encoding: "utf8" })).toMatch(/609(\.\d+)? x 935(\.\d+)?/);
    const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const { memberNo } = await desk.clerk.someMember(0);
    expect(words).toContain(memberNo);
    expect(words).toContain("Diterima oleh");
    await desk.page.keyboard.press("Escape");
    await desk.byId("report-dialog").waitFor({ state: "detached" });
  });

  it("shows one step's figures when that step is chosen, and nothing of another kind of service", async () => {
    await desk.byId("filter-step").selectOption("data-entry");
    await desk.page.getByTestId("median").getByText("5:00").waitFor();
    expect(await says("on-time-percent")).toBe("60 %");
    await desk.byId("filter-step").selectOption({ index: 0 });
    await desk.byId("filter-kind").selectOption("renewal");
    await desk.byId("no-cases").waitFor();
    await desk.byId("filter-kind").selectOption({ index: 0 });
    await desk.byId("headline").waitFor();
  });

  it("goes back a month, and a year, and comes again", async () => {
    await desk.press("period-earlier");
    await desk.byId("no-cases").waitFor();
    await desk.press("period-later");
    await desk.byId("headline").waitFor();
    await desk.press("period-day");
    await desk.byId("headline").waitFor();
    await desk.press("period-year");
    await desk.page.getByTestId("trend").getByText("Kasus per bulan").waitFor();
    await desk.press("period-month");
    await desk.page.getByTestId("trend").getByText("Kasus per hari layanan").waitFor();
  });

  it("speaks English, is dark on request, and fits a large screen", async () => {
    await desk.press("language-en");
    await desk.page.getByText("Service punctuality").waitFor();
    expect(await says("on-time-percent")).toBe("80%");
    await desk.press("theme-switch");
    await desk.page.setViewportSize(LARGE);
    await desk.shot("104-ketepatan-1920-en-gelap");
    await desk.press("theme-switch");
    await desk.press("language-id");
    await desk.page.setViewportSize(SMALL);
    const overflow = await desk.byId("punctuality").evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("goes on paper without the screen around it", async () => {
    await desk.page.emulateMedia({ media: "print" });
    expect(await desk.page.locator(".ti-top").isVisible()).toBe(false);
    expect(await desk.byId("filter-kind").isVisible()).toBe(false);
    expect(await desk.byId("headline").isVisible()).toBe(true);
    const pdf = await desk.page.pdf({
      ...{ preferCSSPageSize: true, printBackground: true },
      path: "test-results/pictures/106-ketepatan.pdf",
    });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await desk.page.emulateMedia({ media: "screen" });
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});
