import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CALENDAR_COMMANDS, type CalendarDocument } from "../../src/bridge/protocol/calendar-commands.ts";
import { COMMANDS } from "../../src/bridge/protocol/commands.ts";
import type { LocalDate } from "../../src/kernel/types.ts";
import { Zone } from "../../src/sla/zone.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const BARITO = "id.barito-utara.kartu-anggota";
const refusal = (code: string, details: object = {}) => expect.objectContaining({ code, ...details });

/** Over the real socket, as the console's page does it. */
describe.each(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])(
  "a library's calendar in %s",
  (timeZone) => {
    let desk: TestBridge;
    const zone = new Zone(timeZone);
    const at = (date: string, minutes: number): Date => zone.instantOf({ date: date as LocalDate, minutes });
    const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
    const start = async (now: Date, standard = BARITO): Promise<void> => {
      desk = await startBridge({
        clock: new DeskClock({ start: now }),
        config: (demo) => ({ ...demo, library: { ...demo.library, timeZone, standard } }),
      });
    };
    const save = async (change: Partial<CalendarDocument>) => {
      const { calendar, version } = await call("calendar.get", {});
      return call("calendar.save", { calendar: { ...calendar, ...change }, expects: version });
    };
    const dueOf = async (): Promise<string | null> => {
      const service = { kind: "new", channel: "in-person", standard: BARITO } as const;
      const opened = await call("case.open", { member: null, ...service });
      const { case: id } = opened;
      for (let now = opened.now; now && now !== "approve"; )
        now = (await call("case.completeStep", { case: id, step: now, result: "not-needed" })).now;
      await call("case.completeStep", { case: id, step: "approve", result: "done" });
      return (await call("case.get", { case: id })).promise.dueAt;
    };

    afterEach(() => desk[Symbol.asyncDispose]());

    it("begins with the standard's own hours and this year's holidays", async () => {
      await start(at("2026-02-13", 9 * 60));
      expect(await call("calendar.get", {})).toMatchObject({
        ...{ version: 0, basis: "standard", timeZone, missingYear: null },
        calendar: { weekly: { fri: [["07:30", "16:00"]], sun: [] }, observesCollectiveLeave: true },
        judging: { figure: "gross", countsOpenHoursOnly: false, businessDayRule: null },
      });
    });

    // Facts, section 4: brought in on Saturday 14 February at 11.00.
    it("gives the due day of the facts: cuti bersama observed, then not observed, then another rule", async () => {
      await start(at("2026-02-14", 11 * 60));
      await save({});
      expect(await dueOf()).toBe(at("2026-02-18", 15 * 60 + 30).toISOString());
      await save({ observesCollectiveLeave: false });
      expect(await dueOf()).toBe(at("2026-02-16", 15 * 60 + 30).toISOString());
      await call("judging.save", {
        judging: { figure: "net", countsOpenHoursOnly: false, businessDayRule: "within-same-working-day" },
      });
      expect(await dueOf()).toBe(at("2026-02-14", 12 * 60).toISOString());
    });
  },
);

describe("the calendar page", () => {
  let desk: TestBridge;
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const document = async (): Promise<CalendarDocument> => (await call("calendar.get", {})).calendar;

  beforeEach(async () => {
    desk = await startBridge({ clock: new DeskClock({ start: new Date("2026-12-01T03:00:00Z") }) });
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  it("is the console's alone", () => {
    for (const name of Object.keys(CALENDAR_COMMANDS) as (keyof typeof CALENDAR_COMMANDS)[])
      expect(COMMANDS[name]).toMatchObject({ consoleOnly: true });
  });

  it("says from 1 December that next year's holidays are not there, until they are pasted in", async () => {
    expect((await call("desk.get", {})).missingHolidayYear).toBe(2027);
    const { closures } = await call("calendar.readList", { text: "1 Januari Tahun Baru", year: 2027 });
    const calendar = await document();
    const saved = await call("calendar.save", {
      calendar: { ...calendar, closures: [...calendar.closures, ...closures] },
      expects: 0,
    });
    expect(saved).toMatchObject({ version: 1, basis: "library", missingYear: null });
    expect((await call("desk.get", {})).missingHolidayYear).toBeNull();
  });

  it("refuses hours that overlap or close before they open, seasons that share days, and a stale page", async () => {
    const calendar = await document();
    const { weekly } = calendar;
    const save = (change: Partial<CalendarDocument>, expects = 0) =>
      call("calendar.save", { calendar: { ...calendar, ...change }, expects });
    const overlapping = [
      ["08:00", "12:30"],
      ["12:00", "15:00"],
    ] as [string, string][];
    await expect(save({ weekly: { ...weekly, mon: overlapping } })).rejects.toEqual(
      refusal("CALENDAR_HOURS_WRONG"),
    );
    await expect(save({ weekly: { ...weekly, mon: [["15:00", "08:00"]] } })).rejects.toEqual(
      refusal("CALENDAR_HOURS_WRONG"),
    );
    const season = (title: string, from: string, to: string) => ({ title, from, to, weekly });
    const special = [
      season("Ramadan", "2027-02-08", "2027-03-08"),
      season("Lain", "2027-03-08", "2027-03-20"),
    ];
    await expect(save({ special })).rejects.toEqual(refusal("CALENDAR_HOURS_WRONG"));
    await expect(save({ special: [season("Terbalik", "2027-03-08", "2027-02-08")] })).rejects.toEqual(
      refusal("CALENDAR_HOURS_WRONG"),
    );
    await save({});
    await expect(save({})).rejects.toEqual(refusal("CALENDAR_CHANGED"));
    await expect(call("calendar.readList", { text: "tidak ada", year: 2027 })).rejects.toEqual(
      refusal("CALENDAR_LIST_EMPTY"),
    );
  });

  it("has nothing to take over from an INLISLite that keeps no days", async () => {
    expect(await call("calendar.ofInlislite", {})).toEqual({ closures: null, weekly: null });
  });
});
