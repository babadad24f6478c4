import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleDesk } from "../console-desk.ts";
import { answerWhatTheTotalCovers } from "./answer-total.ts";
import { punctualityLine, registerLine } from "./books.ts";
import { type Act, Counter } from "./counter.ts";

const SIDOARJO = "id.sidoarjo.kta-dan-kta-online";

/**
 * Published: 10 · 1 · 3 · 3 · 5 · 2 · 1 · 1 minutes, which add up to 26, and "10 Menit" in all. KTA Online has a list of
 * its own without any time. Until the library says what the ten minutes mean, both readings stand side by side.
 */
describe("Sidoarjo, KTA and KTA Online played at the console", { timeout: 90_000 }, () => {
  let desk: ConsoleDesk;
  let counter: Counter;
  beforeAll(async () => {
    desk = await ConsoleDesk.open({ standsStill: true, start: new Date("2026-02-05T02:12:00Z") });
    counter = new Counter(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** 580 + 45 + 200 + 100 + 290 + 60 + 50 + 50 + 40 = 1415 s = 23:35. */
  const fromTheNumberOn: readonly Act[] = [
    { step: "report-number", seconds: 45, target: "1:00" },
    { step: "photo", seconds: 200, target: "3:00", by: "camera" },
    { step: "verify", seconds: 100, target: "3:00" },
    { step: "print", seconds: 290, target: "5:00", by: "print" },
    // Cut, then pressed.
    { step: "cut-and-laminate", seconds: 60, target: "2:00" },
    { step: "cut-and-laminate", seconds: 50, target: "2:00" },
    { step: "handover", seconds: 50, target: "1:00", by: "give" },
    { step: "receipt", seconds: 40, target: "1:00", by: "sign" },
  ];
  const registered: Act = { step: "form-electronic", seconds: 580, target: "10:00" };

  async function play(index: number): Promise<string> {
    const number = await counter.memberNo(index);
    await counter.begin({});
    await counter.serve(registered);
    await counter.link(number);
    await counter.serve(...fromTheNumberOn);
    await desk.byId("result").waitFor();
    return number;
  }

  it("gives two results side by side while the document contradicts itself", async () => {
    const number = await play(0);
    expect(await counter.strip()).toEqual({
      ...{ time: "23:35", of: "janji 10:00, langkah 26:00", verdict: "Dua hasil" },
    });
    expect(await counter.took("photo")).toBe("3:20 / 3:00");
    expect(await counter.took("cut-and-laminate")).toBe("1:50 / 2:00");
    const result = await counter.result();
    expect(result).toMatch(/Terlambat 13:35\s+Janji yang diumumkan\s+23:35 dari 10:00/);
    expect(result).toMatch(/Tepat waktu\s+Jumlah target langkah\s+23:35 dari 26:00/);
    await desk.shot("121-sidoarjo-dua-hasil");

    expect((await punctualityLine(desk, "A-001")).slice(3)).toEqual(["23:35 / 10:00", "Dua hasil", ""]);
    expect(await desk.byId("both-published").textContent()).toContain("0 dari 1");
    expect(await desk.byId("both-step-sum").textContent()).toContain("1 dari 1");
    // In at 09.12.00; ready before the hand-over, 1325 s later at 09.34.05; signed for at 09.35.35.
    expect((await registerLine(desk, "2026-02-05", number)).slice(1)).toEqual([
      ...["09.12", number, expect.any(String), "Kartu baru", "Langsung", "09.34", "09.35", "Ya", ""],
    ]);
  });

  /** The counter's part of KTA Online is five pieces of work, none with a time. */
  const online: readonly Act[] = [
    { step: "form-electronic", seconds: 240 },
    { step: "photo-upload", seconds: 60, by: "file" },
    { step: "note-number", seconds: 20 },
    { step: "report-number", seconds: 90 },
    { step: "print-and-handover", seconds: 150, by: "print" },
    { step: "cut", seconds: 40 },
    { step: "laminate", seconds: 70 },
    { step: "print-and-handover", seconds: 50, by: "giveAndSign" },
  ];

  it("KTA Online has steps of its own and no times, and nobody has said that the ten minutes are its too", async () => {
    await counter.begin({ memberNo: await counter.memberNo(1), channel: "online" });
    await counter.serve(...online);
    await desk.byId("result").waitFor();
    // 240 + 60 + 20 + 90 + 150 + 40 + 70 + 50 = 720 s.
    const { time, verdict } = await counter.strip();
    expect([time, verdict]).toEqual(["12:00", "Belum diputuskan"]);
    expect(await desk.byId("late-reason").count()).toBe(0);
    await desk.shot("122-sidoarjo-kta-online");
    expect((await punctualityLine(desk, "A-002")).slice(2)).toEqual([
      ...["Kartu baru", "12:00 / 10:00", "Belum diputuskan", ""],
    ]);
    // It has no second reading, and so none of the two is shown for it.
    expect(await desk.byId("both-published").textContent()).toContain("0 dari 1");
  });

  it("gives one result from the version on in which the library has answered", async () => {
    await answerWhatTheTotalCovers(desk, {
      standard: SIDOARJO,
      steps: ["report-number", "print", "cut-and-laminate", "handover", "receipt"],
      answer: "Sepuluh menit berlaku untuk pelayanan di meja.",
    });
    await play(2);
    // 45 + 290 + 110 + 50 + 40 = 535 s = 8:55 of the ten minutes; the rest is not what was promised.
    expect(await counter.strip()).toEqual({
      ...{ time: "8:55", of: "dari 10:00", verdict: "Tepat waktu" },
    });
    const result = await counter.result();
    expect(result).toContain("8:55 dari 10:00");
    expect(result).not.toContain("Jumlah target langkah");
    await desk.shot("123-sidoarjo-satu-hasil");
    expect((await punctualityLine(desk, "A-003")).slice(3)).toEqual(["8:55 / 10:00", "Tepat waktu", ""]);
    // What was opened under the first version is never judged again.
    expect((await punctualityLine(desk, "A-001")).slice(3)).toEqual(["23:35 / 10:00", "Dua hasil", ""]);
  });

  it("KTA Online is not judged by an answer that speaks of the other list", async () => {
    await counter.begin({ memberNo: await counter.memberNo(3), channel: "online" });
    await counter.serve(...online);
    await desk.byId("result").waitFor();
    expect((await counter.strip()).verdict).toBe("Tidak dinilai");
    expect((await punctualityLine(desk, "A-004"))[4]).toBe("Tidak dinilai");
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});
