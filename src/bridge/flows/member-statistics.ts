import type { CountedPeriod, MemberCountRepository, MemberCounts } from "../../inlislite/member-counts.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { type LocalDate, localDate } from "../../kernel/types.ts";

interface Dependencies {
  readonly counts: MemberCountRepository;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Members of a period as INLISLite's database counts them, for the report; nothing of it is kept. */
export class MemberStatistics {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Without counts while INLISLite is away; where they have to be there, rejects with its `INLISLITE_` code. */
  async of(
    { from, to }: Pick<CountedPeriod, "from" | "to">,
    isNeeded: boolean,
    signal: AbortSignal,
  ): Promise<{ readonly counts: MemberCounts | undefined; readonly ageOn: LocalDate }> {
    const { counts, clock, timeZone } = this.#deps;
    const today = localDate(clock.now(), timeZone);
    const ageOn = to < today ? to : today;
    try {
      return { counts: await counts.count({ from, to, ageOn }, signal), ageOn };
    } catch (error) {
      const isAway = error instanceof TitianError && error.code.startsWith("INLISLITE_");
      if (!isAway || isNeeded) throw error;
      return { counts: undefined, ageOn };
    }
  }
}
