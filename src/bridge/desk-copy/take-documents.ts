import type { Store } from "../../store/store.ts";
import type { Contents, DeskCopy } from "./contents.ts";
import { takeStandard } from "./take-standards.ts";
import type { Taken } from "./taken.ts";

type Shelf = Pick<Store, "standards" | "standardFiles" | "calendar" | "complaints" | "events">;

/** The library's standards, calendar and limit. Of what has no versions the copy is the newest word; the one before is in the log. */
export function takeDocuments({ contents, documents }: DeskCopy, store: Shelf): readonly Taken[] {
  const bytesOf = (sha256: string): Uint8Array => documents.get(sha256) ?? new Uint8Array();
  return [
    ...contents.standards.map((one) => takeStandard(one, bytesOf(one.sha256), store)),
    ...contents.withdrawn.flatMap((id) => withdraw(id, store)),
    ...takeCalendar(contents, store),
    ...takeJudging(contents, store),
    ...takeLimit(contents, store),
  ];
}

/** One that is not offered any more; what was opened under it stays. */
function withdraw(id: string, { standards }: Shelf): readonly Taken[] {
  if (standards.all().find((one) => one.id === id)?.isWithdrawn) return [];
  standards.withdrawn(id);
  return [{ part: "standard", name: `${id} (−)`, outcome: "taken" }];
}

function takeCalendar({ calendar }: Contents, { calendar: records }: Shelf): readonly Taken[] {
  if (!calendar) return [];
  const own = records.calendar();
  const named = { part: "calendar", name: `v${calendar.version}` } as const;
  if (isSame(own, calendar)) return [{ ...named, outcome: "same" }];
  if (own && own.version > calendar.version) return [{ ...named, outcome: "newer-here" }];
  if (own && own.version === calendar.version) return [{ ...named, outcome: "differs-here" }];
  records.changed(calendar);
  return [{ ...named, outcome: own ? "changed" : "taken" }];
}

function takeJudging({ judging }: Contents, { calendar: records }: Shelf): readonly Taken[] {
  if (!judging) return [];
  const own = records.judging();
  const named = { part: "judging", name: "" } as const;
  if (isSame(own, judging)) return [{ ...named, outcome: "same" }];
  records.judgingChanged(judging);
  return [{ ...named, outcome: own ? "changed" : "taken" }];
}

function takeLimit({ complaintLimit }: Contents, { complaints, events }: Shelf): readonly Taken[] {
  if (!complaintLimit) return [];
  const own = complaints.limitDays();
  const named = { part: "complaint-limit", name: "" } as const;
  if (own === complaintLimit.limitDays) return [{ ...named, outcome: "same" }];
  events.append({ stream: "complaints/site", type: "complaints.limitSet", data: complaintLimit });
  return [{ ...named, outcome: own === null ? "taken" : "changed" }];
}

/** By what they say, in whatever order their parts were written. */
export const isSame = (a: unknown, b: unknown): boolean =>
  a !== undefined && JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
}
