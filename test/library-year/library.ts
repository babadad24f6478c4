import { StandardEdits } from "../../src/bridge/flows/sla/standard-edits.ts";
import { judgingRules } from "../../src/bridge/standard-parts.ts";
import type { LocalDate } from "../../src/kernel/types.ts";
import type { Calendar, Closure } from "../../src/sla/calendar.ts";
import { HOLIDAYS_2026 } from "../../src/sla/holidays-2026.ts";
import type { WeeklyHours } from "../../src/sla/standard.ts";
import type { StoredCalendar } from "../../src/store/calendar-store.ts";
import { ZONE } from "./story-clock.ts";

export const YEAR = 2026;
/** New cards, renewals, and cards that were lost: each under another of the published standards. */
export const STANDARDS = {
  new: "id.sidoarjo.kta-dan-kta-online",
  renewal: "id.mojokerto-kota.perpanjangan-kartu",
  lost: "id.barito-utara.kartu-anggota",
  damaged: "id.barito-utara.kartu-anggota",
} as const;
/** From then on the library has said what Sidoarjo's ten minutes mean. */
export const ANSWERED_ON = `${YEAR}-04-01` as LocalDate;
/** The library is painted, and not one case is opened. */
export const EMPTY_MONTH = `${YEAR}-08`;

const everyDay = (opens: string, closes: string): WeeklyHours[keyof WeeklyHours] => [[opens, closes]];
const WEEKLY: WeeklyHours = {
  ...{ mon: everyDay("08:00", "15:30"), tue: everyDay("08:00", "15:30"), wed: everyDay("08:00", "15:30") },
  ...{ thu: everyDay("08:00", "15:30"), fri: everyDay("08:00", "16:00"), sat: everyDay("08:00", "12:00") },
  sun: [],
};
const RAMADAN: WeeklyHours = {
  ...{ mon: everyDay("08:00", "14:00"), tue: everyDay("08:00", "14:00"), wed: everyDay("08:00", "14:00") },
  ...{ thu: everyDay("08:00", "14:00"), fri: everyDay("08:00", "14:30"), sat: [], sun: [] },
};

const painted: readonly Closure[] = Array.from({ length: 31 }, (_, day) => ({
  date: `${EMPTY_MONTH}-${String(day + 1).padStart(2, "0")}` as LocalDate,
  ...{ kind: "local-closure" as const, name: "Pengecatan gedung" },
}));

export const CALENDAR: Calendar = {
  ...{ version: "site@1", timeZone: ZONE, weekly: WEEKLY },
  special: [
    {
      ...{ title: "Ramadan", weekly: RAMADAN },
      ...{ from: `${YEAR}-02-18` as LocalDate, to: `${YEAR}-03-18` as LocalDate },
    },
  ],
  closures: [
    ...HOLIDAYS_2026,
    ...painted,
    { date: `${YEAR}-10-09` as LocalDate, kind: "local-closure", name: "Hari jadi kabupaten" },
  ],
  ...{ observesCollectiveLeave: true, countsSaturday: true },
};

type Rules = Parameters<typeof judgingRules>[0];

/** The library says when it is open, and answers what its ten minutes mean. */
export function setUpLibrary(rules: Rules): void {
  const { store } = rules;
  const { version: _, timeZone: __, ...hours } = CALENDAR;
  store.calendar.changed({ version: 1, ...structuredClone(hours) } as unknown as StoredCalendar);
  const { shelf } = judgingRules(rules);
  const edits = new StandardEdits({ shelf, records: store.standards, files: store.standardFiles });
  edits.resolve(STANDARDS.new, "TOTAL_BELOW_STEP_SUM", {
    ...{ by: "Kepala Dinas", on: ANSWERED_ON, text: "Sepuluh menit berlaku untuk pelayanan di meja." },
    covers: ["report-number", "print", "cut-and-laminate", "handover", "receipt"],
  });
  edits.publish(STANDARDS.new, 2, { effectiveFrom: ANSWERED_ON, effectiveTo: null });
}
