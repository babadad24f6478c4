import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConsoleDesk } from "../console-desk.ts";
import { punctualityLine, registerLine } from "./books.ts";
import { type Act, Counter } from "./counter.ts";
import { deskOfStandard } from "./standard-desk.ts";

const LEBAK = "id.lebak.pembuatan-kta";

/**
 * Published: 1 · 5 · 5 · 5 · 5 · 3 minutes and "24 Menit", 1440 s, the only document of the five that adds up. The last step
 * prints the card and gives it away, so the promise is over when the member has it.
 */
describe("Lebak, a member card played at the console", { timeout: 90_000 }, () => {
  let desk: ConsoleDesk;
  let counter: Counter;
  beforeAll(async () => {
    desk = await deskOfStandard(LEBAK);
    counter = new Counter(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** The six rows; the last one is two acts, judged by their sum. */
  const served = ([intake, form, entry, photo, check, print, give]: Seconds): readonly Act[] => [
    { step: "intake", seconds: intake, target: "1:00" },
    { step: "form-electronic", seconds: form, target: "5:00" },
    { step: "data-entry", seconds: entry, target: "5:00" },
    { step: "photo", seconds: photo, target: "5:00", by: "camera" },
    { step: "verify", seconds: check, target: "5:00" },
    { step: "print-and-handover", seconds: print, target: "3:00", by: "print" },
    { step: "print-and-handover", seconds: give, target: "3:00", by: "giveAndSign" },
  ];

  it("to the last second of 24 minutes is in time, with each step beside its own target", async () => {
    const number = await counter.memberNo(0);
    await counter.begin({ memberNo: number });
    // 45 + 300 + 280 + 320 + 290 + 130 + 75 = 1440 s.
    await counter.serve(...served([45, 300, 280, 320, 290, 130, 75]));
    const result = await counter.result();
    expect(result).toContain("Selesai dalam 24:00");
    expect(result).toMatch(/Tepat waktu\s+Janji yang diumumkan\s+24:00 dari 24:00/);
    expect(await counter.strip()).toEqual({ time: "24:00", of: "dari 24:00", verdict: "Tepat waktu" });
    expect(await Promise.all(STEPS.map((step) => counter.took(step)))).toEqual([
      ...["0:45 / 1:00", "5:00 / 5:00", "4:40 / 5:00", "5:20 / 5:00", "4:50 / 5:00", "3:25 / 3:00"],
    ]);
    await desk.shot("129-lebak-tepat-waktu");
    expect(await punctualityLine(desk, "A-001")).toEqual([
      ...["A-001", "5 Feb", "Kartu baru", "24:00 / 24:00", "Tepat waktu", ""],
    ]);
    // In at 09.12.00; ready when it is printed, 1365 s later at 09.34.45; taken at 09.36.00.
    expect((await registerLine(desk, "2026-02-05", number)).slice(1)).toEqual([
      ...["09.12", number, expect.any(String), "Kartu baru", "Langsung", "09.34", "09.36", "Ya", ""],
    ]);
  });

  it("one second more is late by that second, although every step but one kept its target", async () => {
    await counter.begin({ memberNo: await counter.memberNo(1) });
    // 60 + 300 + 300 + 300 + 300 + 100 + 81 = 1441 s.
    await counter.serve(...served([60, 300, 300, 300, 300, 100, 81]));
    expect(await counter.result()).toContain("Terlambat 0:01");
    expect(await counter.took("verify")).toBe("5:00 / 5:00");
    expect(await counter.took("print-and-handover")).toBe("3:01 / 3:00");
    expect((await punctualityLine(desk, "A-002")).slice(3, 5)).toEqual(["24:01 / 24:00", "Terlambat 0:01"]);
  });

  it("a wait for papers is in the promise, as the public reads it, and said apart", async () => {
    await counter.begin({ memberNo: await counter.memberNo(2) });
    const [intake, ...rest] = served([30, 200, 200, 200, 200, 60, 60]);
    await counter.serve(intake as Act);
    await desk.press("pause");
    await desk.press("pause-missing-document");
    const paused = desk.page.getByRole("heading", { name: "Layanan dijeda" });
    await paused.waitFor();
    desk.skip(500);
    await desk.press("main-button");
    await paused.waitFor({ state: "detached" });
    await counter.serve(...rest);
    // 30 + 500 + 200 + 200 + 200 + 200 + 60 + 60 = 1450 s gross, 950 s without the wait.
    const result = await counter.result();
    expect(result).toContain("24:10 dari 24:00");
    expect(await desk.byId("paused").textContent()).toBe("Dijeda 8:20, tanpa jeda 15:50");
    await desk.shot("130-lebak-dijeda");
    expect((await punctualityLine(desk, "A-003")).slice(3, 5)).toEqual(["24:10 / 24:00", "Terlambat 0:10"]);
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});

/** Intake, form, data entry, photo, check, print, giving away. */
type Seconds = readonly [number, number, number, number, number, number, number];
const STEPS = [
  ...(["intake", "form-electronic", "data-entry", "photo", "verify", "print-and-handover"] as const),
];
