import type { LocalDate } from "../../../kernel/types.ts";
import type { StoredCaseEvent } from "../../../store/case-store.ts";
import type { Store } from "../../../store/store.ts";
import type { RegisterDay, RegisterEntry } from "../../reports/pack/register.ts";
import { type CaseTimings, lastOf } from "../case-timings.ts";
import type { MemberDirectory, MemberRef } from "../member-directory.ts";

interface Dependencies {
  readonly store: Pick<Store, "cases" | "operators">;
  readonly timings: Pick<CaseTimings, "of">;
  readonly members: Pick<MemberDirectory, "known" | "read">;
}

/** The cases of a day for the register's page, with the members as they are called now. */
export class CaseRegister {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Cases that ended without a card are left out: nobody signs for them. A name that nobody can be asked for stays blank, for the pen. */
  async of(day: LocalDate, signal: AbortSignal): Promise<RegisterDay> {
    const { store, timings } = this.#deps;
    const entries: RegisterEntry[] = [];
    let notServed = 0;
    for (const record of store.cases.onDay(day)) {
      signal.throwIfAborted();
      if (record.status === "not-served") notServed += 1;
      if (record.status === "cancelled" || record.status === "not-served") continue;
      const { timeline, events, member: ref } = timings.of(record.case);
      const member = ref && (await this.#read(ref, signal));
      entries.push({
        ...{ openedAt: timeline.openedAt, queueMs: timeline.queueMs ?? undefined },
        ...{ kind: record.kind, channel: record.channel },
        ...{ memberNo: member?.memberNo, fullName: member?.fullName },
        readyAt: timeline.readyAt ?? undefined,
        takenAt: timeline.takenAt ?? undefined,
        phoneConfirmed: lastOf(events, "case.handedOver")?.data.phoneConfirmed,
        corrections: correctionsIn(events, (who) => store.operators.nameOf(who)),
      });
    }
    return { day, entries, notServed };
  }

  async #read(ref: MemberRef, signal: AbortSignal) {
    const { members } = this.#deps;
    const known = members.known(ref)?.member;
    return known ?? (await members.read(ref, signal).catch(() => undefined));
  }
}

const correctionsIn = (
  events: readonly StoredCaseEvent[],
  nameOf: (who: string | undefined) => string | undefined,
): RegisterEntry["corrections"] =>
  events.flatMap((event) => {
    if (event.type !== "case.stepCorrected") return [];
    const { step, startedAt, endedAt, reason } = event.data;
    return [
      { step, from: new Date(startedAt), to: new Date(endedAt), by: nameOf(event.operator), why: reason },
    ];
  });
