import { SeededRandom } from "../../src/inlislite/embedded/random.ts";
import type { CaseId, LocalDate, MemberKey } from "../../src/kernel/types.ts";
import { hoursOn } from "../../src/sla/calendar.ts";
import type { CaseKind, Channel } from "../../src/sla/case-event.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { addDays, Zone } from "../../src/sla/zone.ts";
import { CALENDAR, STANDARDS, YEAR } from "./library.ts";
import { MINUTE_MS, ZONE } from "./story-clock.ts";
import { type Act, storyOfCase, type Trouble, type Wanted } from "./story-of-case.ts";

export type Member = Wanted["member"] & { readonly memberKey: MemberKey };

export interface YearOptions {
  readonly seed: number;
  /** Mean number of cases on a day with full hours. */
  readonly casesPerDay: number;
  readonly members: readonly [Member, ...Member[]];
  /** The version in force on that day. */
  readonly standardOn: (id: string, day: LocalDate) => Standard;
}

const SERVICES: readonly (readonly [share: number, kind: CaseKind, channel: Channel])[] = [
  [0.6, "new", "in-person"],
  [0.1, "new", "online"],
  [0.14, "renewal", "in-person"],
  [0.07, "renewal", "online"],
  [0.05, "lost", "in-person"],
  [0.04, "damaged", "in-person"],
];
const TROUBLES: readonly (readonly [share: number, trouble: Trouble])[] = [
  [0.04, "pause"],
  [0.03, "spoiled"],
  [0.02, "cancelled"],
  [0.006, "forgotten"],
  [0.001, "left-for-weeks"],
];
/** Before closing nobody is sent away, and nobody starts what cannot be ended. */
const LAST_START_MIN = 20;

/** Everything that happens in the library in a year, in the order of time. */
export function yearOfCases(options: YearOptions): readonly Act[] {
  const random = new SeededRandom(options.seed);
  const zone = new Zone(ZONE);
  const newId = idsFrom(random);
  const acts: Act[] = [];
  for (let day = `${YEAR}-01-01` as LocalDate; day <= `${YEAR}-12-31`; day = addDays(day, 1)) {
    const [hours] = hoursOn(CALENDAR, day);
    if (!hours) continue;
    const [opens, closes] = hours.map(minutesOf) as [number, number];
    const count = Math.round(options.casesPerDay * (0.6 + 0.8 * random.next()) * ((closes - opens) / 450));
    const starts = Array.from({ length: count }, () => random.between(opens, closes - LAST_START_MIN));
    for (const [index, minutes] of starts.sort((a, b) => a - b).entries()) {
      const openedMs = zone.instantOf({ date: day, minutes }).getTime() + random.between(0, 59_999);
      acts.push(...storyOfCase(wantedOf({ day, index, openedMs, newId }, options, random), random));
    }
  }
  acts.push(...storyOfCase(atMidnight(options, newId), random));
  return acts.sort((a, b) => a.atMs - b.atMs);
}

interface Opening {
  readonly day: LocalDate;
  readonly index: number;
  readonly openedMs: number;
  readonly newId: () => string;
}

function wantedOf(
  { day, index, openedMs, newId }: Opening,
  { members, standardOn }: YearOptions,
  random: SeededRandom,
): Wanted {
  const [, kind, channel] = pick(SERVICES, random) ?? SERVICES[0]!;
  return {
    ...{ case: newId() as CaseId, openedMs, day, kind, channel, newId },
    ticket: `A-${String(index + 1).padStart(3, "0")}`,
    standard: standardOn(STANDARDS[kind], day),
    member: random.pick([...members] as [Member, ...Member[]]),
    trouble: pick(TROUBLES, random)?.[1],
  };
}

/** Library night: opened ten minutes before midnight, and over after it. */
function atMidnight({ members, standardOn }: YearOptions, newId: () => string): Wanted {
  const day = `${YEAR}-10-02` as LocalDate;
  const openedMs = new Zone(ZONE).instantOf({ date: day, minutes: 24 * 60 - 10 }).getTime();
  return {
    ...{ case: newId() as CaseId, openedMs, day, kind: "new", channel: "in-person", newId },
    ...{ ticket: "A-099", member: members[0], trouble: undefined },
    standard: standardOn(STANDARDS.new, day),
  };
}

/** Of shares that need not add up to 1: the rest is nothing. */
function pick<T extends readonly [number, ...unknown[]]>(
  shares: readonly T[],
  random: SeededRandom,
): T | undefined {
  let left = random.next();
  return shares.find(([share]) => {
    left -= share;
    return left < 0;
  });
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

/** Identifiers that rise, the same at each telling. */
function idsFrom(random: SeededRandom): () => string {
  let number = random.between(1, 1_000);
  return () => {
    number += 1;
    return `01900000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
  };
}

/** When the wall clock of the PC was wrong, and by how much. */
export const WRONG_CLOCK = {
  from: Date.parse(`${YEAR}-03-10T03:00:00Z`),
  until: Date.parse(`${YEAR}-03-10T03:00:00Z`) + 40 * MINUTE_MS,
  byMs: -365 * 24 * 60 * MINUTE_MS,
} as const;
