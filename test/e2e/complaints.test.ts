import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";

const LEBAK = "id.lebak.pembuatan-kta";
const DAY_S = 24 * 3_600;
/** Friday 6 February 2026, nine in the morning in Jakarta. */
const FRIDAY = new Date("2026-02-06T02:00:00Z");

/**
 * Lebak publishes 1 · 5 · 1 · 5 · 1 · as needed · 2 · 1 minutes. Each step as it is played here, in seconds, and what comes of
 * it: in time up to the last second of the target, late by what is over, and no verdict where it takes as long as it needs.
 */
const STEPS = [
  { seconds: 50, time: "0:50", verdict: "Tepat waktu" }, // of 60
  { seconds: 300, time: "5:00", verdict: "Tepat waktu" }, // of 300, to the second
  { seconds: 61, time: "1:01", verdict: "Terlambat 0:01" }, // of 60
  { seconds: 240, time: "4:00", verdict: "Tepat waktu" }, // of 300
  { seconds: 60, time: "1:00", verdict: "Tepat waktu" }, // of 60, to the second
  { seconds: 7_380, time: "2:03:00", verdict: null }, // as needed
  { seconds: 150, time: "2:30", verdict: "Terlambat 0:30" }, // of 120
  { seconds: 45, time: "0:45", verdict: "Tepat waktu" }, // of 60
] as const;
/** Between two steps nobody is at work on it, and only the complainant waits. */
const BETWEEN_S = 30;
/** 8286 s of steps and seven pauses between them: 8496 s are 2 hours, 21 minutes and 36 seconds. */
const WAITED = "2 j 21 mnt";

const SAID = "Menunggu dua jam untuk kartu, kursi tunggu kurang.";

describe("Pengaduan in Chromium, on the real daemon, with every second known", { timeout: 120_000 }, () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open({
      ...{ standsStill: true, start: FRIDAY },
      config: (demo) => ({ ...demo, library: { ...demo.library, standard: LEBAK } }),
    });
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const says = async (id: string): Promise<string> => ((await desk.byId(id).textContent()) ?? "").trim();
  const mainSays = (words: string): Promise<void> =>
    desk.byId("main-button").filter({ hasText: words }).waitFor();
  const write = async (channel: string, text: string, name = ""): Promise<void> => {
    await desk.press("write-complaint");
    await desk.byId("complaint-channel").selectOption(channel);
    await desk.byId("complaint-text").fill(text);
    await desk.byId("complaint-name").fill(name);
    await desk.press("complaint-save");
    await desk.byId("complaint").waitFor();
  };

  it("is reached from Ketepatan, and says that there is nothing yet", async () => {
    await desk.goTo("ketepatan");
    await desk.page.getByRole("link", { name: "Pengaduan" }).click();
    await desk.byId("no-complaints").waitFor();
    expect(await desk.byId("complaints-asked").count()).toBe(0);
    await desk.shot("110-pengaduan-kosong");
  });

  it("offers the standard's own box, and takes neither an empty text nor one of 100 kB", async () => {
    await desk.page.keyboard.press("Enter");
    await desk.byId("intake-dialog").waitFor();
    expect(await desk.byId("complaint-channel").inputValue()).toBe("box");
    expect(await says("complaint-contacts")).toContain("kotak request");
    const save = desk.byId("complaint-save");
    expect(await save.isDisabled()).toBe(true);
    await desk.byId("complaint-text").fill("   ");
    expect(await save.isDisabled()).toBe(true);
    await desk.byId("complaint-text").fill("x".repeat(100_000));
    await desk.page.getByText("Terlalu panjang: 100.000 dari 6.000 huruf").waitFor();
    expect(await save.isDisabled()).toBe(true);
    await desk.byId("complaint-text").fill(SAID);
    await desk.byId("complaint-name").fill("=cmd() Kusumaningtyas Hapsari Wijayakusuma");
    await desk.shot("111-pengaduan-catat");
    await desk.press("complaint-save");
    await desk.byId("complaint").waitFor();
    await desk.page.getByRole("heading", { name: "P-2026-001" }).waitFor();
    expect(await says("complaint-said")).toContain(SAID);
  });

  it("plays Lebak's eight steps, each with its own time and the verdict of the hand calculation", async () => {
    for (const [index, { seconds, time, verdict }] of STEPS.entries()) {
      const step = index + 1;
      await mainSays(`Mulai langkah ${step}`);
      await desk.page.keyboard.press("Enter");
      await mainSays(`Selesai langkah ${step}`);
      if (step === 3) await desk.shot("112-pengaduan-langkah");
      desk.skip(seconds);
      await desk.press("main-button");
      await desk.byId(`step-${step}`).and(desk.page.locator(".complaint-step-done")).waitFor();
      expect(await says(`step-time-${step}`), `step ${step}`).toBe(time);
      const badge = desk.byId(`step-verdict-${step}`);
      expect(await badge.allTextContents(), `step ${step}`).toEqual(verdict === null ? [] : [verdict]);
      if (step < STEPS.length) desk.skip(BETWEEN_S);
    }
    await mainSays("Jawab pengaduan");
    expect(await says("complaint-wait")).toBe(WAITED);
    expect(await desk.page.getByText("(sesuai kebutuhan)").count()).toBe(1);
  });

  it("is answered by a way that is said, and closed with what came of it", async () => {
    await desk.press("main-button");
    await desk.byId("answer-dialog").waitFor();
    expect(await desk.byId("answer-by").inputValue()).toBe("notice-board");
    await desk.byId("answer-text").fill("Sepuluh kursi tunggu ditambah mulai Senin.");
    await desk.shot("113-pengaduan-jawab");
    await desk.press("answer-save");
    await mainSays("Tutup pengaduan");
    await desk.page.getByText("Papan pengumuman").waitFor();
    await desk.press("main-button");
    await desk.press("complaint-close-remedied");
    await desk.byId("main-button").waitFor({ state: "detached" });
    expect(await says("complaint-badge")).toBe("Selesai");
    expect(await desk.page.getByText("Diperbaiki").count()).toBe(1);
    await desk.shot("114-pengaduan-selesai");
  });

  it("takes the library's own limit, and counts it by the calendar", async () => {
    await desk.page.keyboard.press("Escape");
    await desk.byId("complaints").waitFor();
    await desk.press("change-limit");
    await desk.byId("limit-days").fill("0");
    expect(await desk.byId("limit-save").isDisabled()).toBe(true);
    await desk.byId("limit-days").fill("2");
    await desk.press("limit-save");
    await desk.page.getByText("2 hari kerja menurut kalender layanan.").waitFor();
    // Nobody has said Lebak's hours: nothing can be due before somebody does.
    await desk.page.getByText("Jam buka belum ditetapkan").waitFor();
    await desk.page.getByRole("link", { name: "Buka Kalender" }).click();
    await desk.press("save-calendar");
    await desk.page.getByText("Kalender perpustakaan, versi 1").waitFor();
    await desk.goTo("pengaduan");
    await write("whatsapp", "Kartu anak saya salah nama.", "Sekar Ayu Maharani");
    // Friday 11.21: two working days later is Tuesday 10 February, at the close of 16.00.
    expect(await says("complaint-due")).toBe("10 Feb 16.00");
  });

  it("comes to the surface when it is due, when it is overdue, and on every page of this part", async () => {
    await desk.pass((4 * DAY_S) / 60);
    await desk.goTo("kalender");
    await desk.page.reload();
    expect(await says("complaints-asked")).toBe("1");
    await desk.goTo("pengaduan");
    await desk.press("show-due-today");
    await desk.byId("complaint-P-2026-002").waitFor();
    await desk.shot("115-pengaduan-jatuh-tempo");
    await desk.pass((17 * DAY_S) / 60);
    await desk.page.reload();
    await desk.press("show-overdue");
    const row = desk.byId("complaint-P-2026-002");
    await row.getByText("Lewat batas").waitFor();
    await desk.shot("116-pengaduan-lewat-batas");
    await row.click();
    // Three weeks to the minute.
    expect(await says("complaint-wait")).toMatch(/^21,0 hari$/);
  });

  it("is paused and goes on, is answered late, and asks why", async () => {
    await desk.press("act-pause");
    await desk.press("complaint-pause-waiting-complainant");
    await mainSays("Lanjutkan");
    await desk.page.getByText("Dijeda: Menunggu keterangan pengadu.").waitFor();
    await desk.press("main-button");
    await desk.press("not-seen-1");
    await desk.byId("step-1").getByText("tidak terlihat").waitFor();
    await desk.press("correct-1");
    await desk.shot("117-pengaduan-koreksi");
    await desk.press("correct-save");
    await desk.byId("step-1").getByText("waktu dikoreksi").waitFor();
    await desk.press("act-answer");
    expect(await desk.byId("answer-by").inputValue()).toBe("whatsapp");
    await desk.press("answer-save");
    await desk.press("act-late");
    await desk.press("complaint-late-overlooked");
    await desk.page.getByText("Sebab terlambat: Terlewat.").waitFor();
    await desk.shot("118-pengaduan-terlambat");
  });

  it("can be withdrawn, opened again, and have its words erased while its times stay", async () => {
    await desk.goTo("pengaduan");
    await write("phone", "Ruang baca panas.");
    await desk.press("complaint-menu");
    await desk.press("menu-withdraw");
    await desk.press("withdraw-go");
    await desk.byId("complaint-badge").filter({ hasText: "Dicabut" }).waitFor();
    await desk.press("act-reopen");
    await desk.byId("complaint-badge").filter({ hasText: "Terbuka" }).waitFor();
    await desk.press("complaint-menu");
    await desk.press("menu-erase");
    await desk.press("erase-go");
    await desk.byId("complaint-erased").waitFor();
    expect(await desk.page.getByText("Ruang baca panas.").count()).toBe(0);
  });

  it("counts the month on the page: fewer than five are listed and make no percentage", async () => {
    await desk.goTo("pengaduan");
    const month = desk.byId("complaints-month");
    await month.getByText(WAITED, { exact: false }).waitFor();
    expect(await month.textContent()).not.toContain("%");
    await desk.press("show-closed");
    await desk.byId("complaint-P-2026-001").waitFor();
  });

  it("goes on paper with the figures, the steps and room to sign, and without a word or a name", async () => {
    await desk.press("open-reports");
    await desk.byId("report-dialog").waitFor();
    const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.press("report-as-pdf")]);
    expect(download.suggestedFilename()).toBe("pengaduan-2026-02-01-2026-02-28.pdf");
    const file = "test-results/pictures/pengaduan.pdf";
    await download.saveAs(file);
    const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    for (const said of ["Rekap Pengaduan Layanan", "Kotak saran", "Membuka kotak request", "Mengetahui,"])
      expect(words).toContain(said);
    // Step 3: target, n, median, nine of ten, longest; one time makes no percentage.
    expect(words).toMatch(/1:00\s+1\s+1:01\s+1:01\s+1:01/);
    expect(words).not.toMatch(/kursi|Kusumaningtyas|Sekar/);
    const [csv] = await Promise.all([desk.page.waitForEvent("download"), desk.press("report-as-csv")]);
    await csv.saveAs("test-results/pictures/pengaduan.csv");
    expect(readFileSync("test-results/pictures/pengaduan.csv", "utf8")).not.toContain("cmd()");
    await desk.page.keyboard.press("Escape");
    await desk.byId("report-dialog").waitFor({ state: "detached" });
  });

  it("speaks English, is dark on request, and fits both screens", async () => {
    for (const place of ["pengaduan", undefined]) {
      if (place) await desk.goTo(place);
      else {
        await desk.press("show-closed");
        await desk.byId("complaint-P-2026-001").click();
      }
      await desk.press("language-en");
      await desk.press("theme-switch");
      await desk.page.setViewportSize(LARGE);
      await desk.shot(place ? "119-pengaduan-1920-en-gelap" : "120-pengaduan-satu-1920-en-gelap");
      await desk.press("theme-switch");
      await desk.press("language-id");
      await desk.page.setViewportSize(SMALL);
      const body = desk.page.locator("main.complaints");
      expect(await body.evaluate((page) => page.scrollWidth - page.clientWidth)).toBeLessThanOrEqual(0);
      await desk.shot(place ? "121-pengaduan-1366" : "122-pengaduan-satu-1366");
    }
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });

  it("keeps its main button in a low window, with the longest name, a text of two pages and the desk gone", async () => {
    await desk.page.setViewportSize({ width: 1366, height: 625 });
    await desk.goTo("pengaduan");
    await write("email", `${"Antrean panjang dan kursi kurang. ".repeat(170)}`, "W".repeat(120));
    await mainSays("Mulai langkah 1");
    await desk.press("act-pause");
    await desk.press("complaint-pause-other");
    await mainSays("Lanjutkan");
    await desk.shot("123-pengaduan-rendah");
    const [main, body] = [await desk.byId("main-button").boundingBox(), desk.page.locator("main.complaints")];
    expect((main?.y ?? 0) + (main?.height ?? 625)).toBeLessThan(581);
    expect(await body.evaluate((page) => page.scrollWidth - page.clientWidth)).toBeLessThanOrEqual(0);
    await desk.bridge.stop();
    await desk.byId("banner").waitFor();
    await desk.shot("124-pengaduan-titian-mati");
    expect(await desk.byId("main-button").isDisabled()).toBe(true);
    expect(await says("complaint-said")).toContain("Antrean panjang");
  });
});
