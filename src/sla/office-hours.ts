import type { WeeklyHours } from "./standard.ts";

/**
 * Perpres 21/2023: 37 h 30 m a week in five days from 07.30, with breaks of 60 minutes, on Fridays 90. Where to begin when a
 * standard states no hours; units that serve the public directly have hours of their own, so nothing is judged by these.
 */
export const OFFICE_HOURS: WeeklyHours = {
  mon: [["07:30", "16:00"]],
  tue: [["07:30", "16:00"]],
  wed: [["07:30", "16:00"]],
  thu: [["07:30", "16:00"]],
  fri: [["07:30", "16:30"]],
  sat: [],
  sun: [],
};
