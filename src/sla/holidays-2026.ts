import type { LocalDate } from "../kernel/types.ts";
import type { Closure, ClosureKind } from "./calendar.ts";

const closures = (kind: ClosureKind, days: readonly string[]): readonly Closure[] =>
  days.map((day) => ({ date: `2026-${day}` as LocalDate, kind }));

/**
 * Joint decree (SKB 3 Menteri) No. 1497/2025, 2/2025 and 5/2025: 17 national holidays and 8 days of collective leave.
 * Lists in the press differ and are not a source.
 */
export const HOLIDAYS_2026: readonly Closure[] = [
  ...closures("holiday", [
    ...["01-01", "01-16", "02-17", "03-19", "03-21", "03-22", "04-03", "04-05", "05-01"],
    ...["05-14", "05-27", "05-31", "06-01", "06-16", "08-17", "08-25", "12-25"],
  ]),
  ...closures("collective-leave", [
    ...["02-16", "03-18", "03-20", "03-23", "03-24", "05-15", "05-28", "12-24"],
  ]),
];
