import type { Reading } from "./import-standard.ts";
import { type Doubt, doubt } from "./imported.ts";
import type { ReadStep } from "./steps.ts";

/** A printer puts out a colour card in tens of seconds (facts: cards 3); a shorter target can only mean the officer's own time. */
const SHORTEST_PRINT_S = 20;

/** What does not add up in the times: listed with its line, never repaired. */
export function timeDoubts({ draft, procedures, promised }: Reading): readonly Doubt[] {
  const { main, online, extra, table } = procedures;
  const timed = main.filter(({ target }) => target?.seconds != null);
  const sum = timed.reduce((total, { target }) => total + (target?.seconds ?? 0), 0);
  const published = promised?.seconds ?? null;
  const promiseLine = draft.promise?.cites[0]?.line ?? null;
  const at = (steps: readonly ReadStep[]): number | null => steps[0]?.line.number ?? null;
  const isSummed = published !== null && timed.length > 0;
  const conditional = main.filter(({ isConditional }) => isConditional);
  const own = timed.filter(({ performer }) => performer.role === "applicant");
  const ownS = own.reduce((total, { target }) => total + (target?.seconds ?? 0), 0);
  const short = main.filter(
    ({ key, target }) => key === "print" && (target?.seconds ?? SHORTEST_PRINT_S) < SHORTEST_PRINT_S,
  );
  const joined = main.filter(({ splitInto }) => splitInto.length > 0);
  const complaints = draft.complaints.procedure?.steps ?? [];
  const asNeeded = [...main, ...complaints].filter(({ targetKind }) => targetKind === "as-needed");
  return [
    ...doubt(
      "UNTIMED_STEPS",
      at(main),
      "No step has a time of its own.",
      main.length > 0 && timed.length === 0,
    ),
    ...doubt(
      "TOTAL_BELOW_STEP_SUM",
      promiseLine,
      `The steps take ${sum} s, ${published} s are promised.`,
      isSummed && sum > (published ?? 0),
    ),
    ...doubt(
      "ROUNDED_TOTAL",
      promiseLine,
      `The steps take ${sum} s; the total is rounded up to ${published} s.`,
      isSummed && isRounded(sum, published ?? 0),
    ),
    ...doubt(
      "TOTAL_ABOVE_STEP_SUM",
      promiseLine,
      `The steps take ${sum} s, ${published} s are promised.`,
      isSummed && sum < (published ?? 0) && !isRounded(sum, published ?? 0),
    ),
    ...doubt(
      "START_AND_END_ROWS",
      table?.lines[0]?.number ?? null,
      "Rows that are the clock's start and end, not steps.",
      Boolean(table?.start ?? table?.end),
    ),
    ...doubt(
      "CONDITIONAL_STEP",
      at(conditional),
      "This step happens only sometimes.",
      conditional.length > 0,
    ),
    ...doubt(
      "AT_SIGN_PER_APPLICANT",
      at(main.filter(({ read }) => read?.isEach)),
      "@ means: for each applicant.",
      main.some(({ read }) => read?.isEach),
    ),
    ...doubt("PRINT_TARGET_TOO_SHORT", at(short), "Shorter than any card printer takes.", short.length > 0),
    ...doubt(
      "COMBINED_PRINT_HANDOVER",
      at(joined),
      "Several pieces of work share one time.",
      joined.some(({ target }) => target !== null),
    ),
    ...doubt(
      "AS_NEEDED_STEP",
      asNeeded[0]?.cites[0]?.line ?? null,
      "As needed: no target, out of every sum.",
      asNeeded.length > 0,
    ),
    ...doubt(
      "APPLICANT_TIME_IN_SLA",
      at(own),
      `${ownS} s of the steps are the applicant's own.`,
      isSummed && sum > (published ?? 0) && own.length > 0,
    ),
    ...doubt(
      "NINTH_STEP_UNTIMED",
      at(extra),
      "A step that only the words under the table name.",
      extra.length > 0,
    ),
    ...doubt(
      "ONLINE_VARIANT_UNTIMED",
      at(online),
      "The online service has no times of its own.",
      online.length > 0 && online.every(({ target }) => target === null),
    ),
    ...doubt(
      "BUSINESS_DAY_SEMANTICS",
      promiseLine,
      "Until when a working day lasts, and which days count, is not said.",
      promised?.unit === "business-day",
    ),
    ...doubt(
      "CLOCK_UNDEFINED_ONLINE",
      promiseLine,
      "From which moment a message counts is not said.",
      online.length === 0 && draft.channels.length > 1,
    ),
  ];
}

/** Up to the next whole minute. */
const isRounded = (sum: number, published: number): boolean => published > sum && published - sum < 60;
