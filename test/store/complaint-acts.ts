import type { LocalDate } from "../../src/kernel/types.ts";
import {
  COMPLAINT_CHANNELS,
  COMPLAINT_LATE_REASONS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_PAUSES,
  COMPLAINT_SUBJECTS,
} from "../../src/sla/complaint.ts";
import type { EventData, NewEvent } from "../../src/store/event-catalog.ts";
import type { Store } from "../../src/store/store.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import type { ManualClock } from "../harness/manual-clock.ts";

export const LEBAK = { standardId: "id.lebak.pembuatan-kta", standardVersion: 1 } as const;

/** A complaint that says nothing: the file is only a name here. */
export function received(
  id: string,
  file: string,
  data: Partial<EventData<"complaint.received">> = {},
): NewEvent {
  return {
    stream: `complaint/${id}`,
    type: "complaint.received",
    data: {
      ...{ number: "P-2026-001", day: "2026-02-06", channel: "box", subject: "staff" },
      ...{ ...LEBAK, case: null, file, limitDays: null },
      ...data,
    },
  };
}

/** Anything that may happen to any of the complaints there are, whether or not a desk would allow it. */
export function complaintActs(
  { complaints }: Pick<Store, "complaints">,
  clock: ManualClock,
  which: number,
  how: number,
): readonly NewEvent[] {
  const pick = <T>(list: readonly T[]): T => list[how % list.length] as T;
  const known = complaints.underWay()[which % 4]?.complaint ?? complaints.over(4, 0)[which % 4]?.complaint;
  if (!known || how % 5 === 0) {
    const day = `2026-02-0${1 + (which % 3)}` as LocalDate;
    const data = {
      ...{ number: complaints.nextNumber(day), day, channel: pick(COMPLAINT_CHANNELS) },
      ...{ subject: pick(COMPLAINT_SUBJECTS), limitDays: how % 2 ? 1 + (how % 9) : null },
    };
    return [received(uuidV7(clock), uuidV7(clock), data)];
  }
  const stream = `complaint/${known}`;
  const step = 1 + (how % 8);
  const at = clock.now().toISOString();
  const [file] = complaints.filesOf(known);
  const acts: readonly NewEvent[] = [
    { stream, type: "complaint.stepStarted", data: { step } },
    { stream, type: "complaint.stepEnded", data: { step } },
    { stream, type: "complaint.stepPassed", data: { step, why: "not-seen" } },
    {
      ...{ stream, type: "complaint.stepCorrected" },
      data: { step, startedAt: at, endedAt: at, reason: "forgotten" },
    },
    { stream, type: "complaint.paused", data: { reason: pick(COMPLAINT_PAUSES) } },
    { stream, type: "complaint.resumed", data: {} },
    { stream, type: "complaint.answered", data: { by: "phone", file: how % 2 ? uuidV7(clock) : null } },
    { stream, type: "complaint.closed", data: { outcome: pick(COMPLAINT_OUTCOMES) } },
    { stream, type: "complaint.reopened", data: {} },
    { stream, type: "complaint.withdrawn", data: {} },
    { stream, type: "complaint.lateReasonGiven", data: { reason: pick(COMPLAINT_LATE_REASONS) } },
    { stream: "complaints/site", type: "complaints.limitSet", data: { limitDays: how % 3 ? how % 3 : null } },
    ...(file
      ? [{ stream: `vault/${file}`, type: "vault.erased", data: { file, why: "test" } } as const]
      : []),
  ];
  return [pick(acts)];
}
