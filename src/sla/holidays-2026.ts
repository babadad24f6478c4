import type { LocalDate } from "../kernel/types.ts";
import type { Closure } from "./calendar.ts";
import type { ClosureKind } from "./calendar-kinds.ts";

const closures = (
  kind: ClosureKind,
  days: readonly (readonly [day: string, name: string])[],
): readonly Closure[] => days.map(([day, name]) => ({ date: `2026-${day}` as LocalDate, kind, name }));

/**
 * Joint decree (SKB 3 Menteri) No. 1497/2025, 2/2025 and 5/2025: 17 national holidays and 8 days of collective leave.
 * Lists in the press differ and are not a source. The names are for people, in short.
 */
export const HOLIDAYS_2026: readonly Closure[] = [
  ...closures("holiday", [
    ["01-01", "Tahun Baru Masehi"],
    ["01-16", "Isra Mikraj"],
    ["02-17", "Tahun Baru Imlek"],
    ["03-19", "Nyepi"],
    ["03-21", "Idul Fitri"],
    ["03-22", "Idul Fitri"],
    ["04-03", "Wafat Yesus Kristus"],
    ["04-05", "Paskah"],
    ["05-01", "Hari Buruh"],
    ["05-14", "Kenaikan Yesus Kristus"],
    ["05-27", "Idul Adha"],
    ["05-31", "Waisak"],
    ["06-01", "Hari Lahir Pancasila"],
    ["06-16", "Tahun Baru Islam"],
    ["08-17", "Proklamasi Kemerdekaan"],
    ["08-25", "Maulid Nabi"],
    ["12-25", "Natal"],
  ]),
  ...closures("collective-leave", [
    ["02-16", "Tahun Baru Imlek"],
    ["03-18", "Nyepi"],
    ["03-20", "Idul Fitri"],
    ["03-23", "Idul Fitri"],
    ["03-24", "Idul Fitri"],
    ["05-15", "Kenaikan Yesus Kristus"],
    ["05-28", "Idul Adha"],
    ["12-24", "Natal"],
  ]),
];
