import type { SyncView } from "../../../src/bridge/protocol/member-shapes.ts";
import type { Messages } from "../../messages/id.ts";
import { stopwatch } from "../format/time.ts";

/** Clocks of two machines that differ by less than this agree, as far as anybody at a desk can tell, ms. */
const AGREES_MS = 2_000;

interface Formats {
  readonly count: (value: number) => string;
  readonly moment: (instant: string) => string;
}

/** How well the copy of INLISLite's members keeps step, as a technician asks: how many, how old, compared when, whose clock. */
export function syncFacts(sync: SyncView, { sync: text }: Messages, { count, moment }: Formats): string[] {
  const { phase, heardAt, comparedAt, clockOffsetMs, loadedShare } = sync;
  if (phase === "off") return [text.off];
  const members = count(sync.members);
  if (phase === "loading" && sync.code === null)
    return [text.loading(members, Math.floor((loadedShare ?? 0) * 100))];
  if (phase === "loading" || heardAt === null) return [text.empty];
  const compared = comparedAt === null ? text.notCompared : text.compared(moment(comparedAt));
  if (phase === "away") return [text.away(members, moment(heardAt)), compared];
  return [
    ...[text.following(members), text.heard(moment(heardAt)), compared],
    ...(clockOffsetMs === null ? [] : [clockFact(clockOffsetMs, text)]),
  ];
}

function clockFact(offsetMs: number, text: Messages["sync"]): string {
  if (Math.abs(offsetMs) < AGREES_MS) return text.clockOk;
  const time = stopwatch(Math.abs(offsetMs));
  return offsetMs > 0 ? text.clockAhead(time) : text.clockBehind(time);
}
