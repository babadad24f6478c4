import type { LocalDate } from "../../../kernel/types.ts";
import type { Store } from "../../../store/store.ts";
import type { RegisterEntry } from "../../reports/pack/register.ts";
import { type CaseTimings, lastOf } from "../case-timings.ts";
import type { MemberDirectory, MemberRef } from "../member-directory.ts";

interface Dependencies {
  readonly store: Pick<Store, "cases">;
  readonly timings: Pick<CaseTimings, "of">;
  readonly members: Pick<MemberDirectory, "known" | "read">;
}

/** The cases of a day for the register's page, with the members as they are called now. */
export class CaseRegister {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Cancelled ones are left out: nobody signs for them. A name that nobody can be asked for stays blank, for the pen. */
  async entries(day: LocalDate, signal: AbortSignal): Promise<readonly RegisterEntry[]> {
    const { store, timings } = this.#deps;
    const entries: RegisterEntry[] = [];
    for (const record of store.cases.onDay(day)) {
      signal.throwIfAborted();
      if (record.status === "cancelled") continue;
      const { timeline, events, member: ref } = timings.of(record.case);
      const member = ref && (await this.#read(ref, signal));
      entries.push({
        ...{ openedAt: timeline.openedAt, queueMs: timeline.queueMs ?? undefined },
        ...{ kind: record.kind, channel: record.channel },
        ...{ memberNo: member?.memberNo, fullName: member?.fullName },
        readyAt: timeline.readyAt ?? undefined,
        takenAt: timeline.takenAt ?? undefined,
        phoneConfirmed: lastOf(events, "case.handedOver")?.data.phoneConfirmed,
      });
    }
    return entries;
  }

  async #read(ref: MemberRef, signal: AbortSignal) {
    const { members } = this.#deps;
    const known = members.known(ref)?.member;
    return known ?? (await members.read(ref, signal).catch(() => undefined));
  }
}
