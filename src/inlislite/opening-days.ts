import type { LocalDate } from "../kernel/types.ts";

/** What INLISLite itself counts days by, for fines and bookings. A library may take it over; nothing else is done with it. */
export interface OpeningDays {
  /** Undefined where the table is not there, or not granted (`titian inlislite grants --calendar`). */
  readonly holidays: readonly { readonly date: LocalDate; readonly name: string }[] | undefined;
  /** By weekday, Monday 0 to Sunday 6; local times `07:30`. Undefined as above. */
  readonly hours:
    | readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[]
    | undefined;
  /** Undefined where the setting is not there. */
  readonly isSaturdayHoliday: boolean | undefined;
  readonly isSundayHoliday: boolean | undefined;
}

export interface OpeningDaysRepository {
  read(signal: AbortSignal): Promise<OpeningDays>;
}
