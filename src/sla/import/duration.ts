import type { Duration } from "../standard.ts";
import { AMOUNT, amountOf } from "./amount.ts";

/** A length of time as it was written, and what about it a person has to decide. */
export interface ReadDuration extends Duration {
  /** `±`, `kurang lebih`: said to be about so much. */
  readonly isApproximate: boolean;
  /** `maksimal`, `paling lama`: said to be so much at most. */
  readonly isAtMost: boolean;
  /** `10 – 15 menit`: the shorter one; `value` is the longer one. Null where one length is written. */
  readonly rangeFrom: Duration | null;
  /** `@`: for each applicant. */
  readonly isEach: boolean;
}

const UNITS = [
  [/^(?:detik|dtk|second|seconds)$/i, "second", 1],
  [/^(?:menit|mnt|minute|minutes)$/i, "minute", 60],
  [/^(?:jam|hour|hours)$/i, "minute", 3_600],
  [/^(?:hari kerja|hari|working days?|days?)$/i, "business-day", null],
] as const;

const ABOUT = String.raw`±|\+\/-|kurang lebih|lebih kurang|sekitar|kira-kira|about`;
const AT_MOST = String.raw`maksimal|maks\.?|paling lama|paling lambat|selambat-lambatnya|at most|within`;
const TO = String.raw`-|–|s\.?\s?\/?d\.?|sampai(?: dengan)?|to`;
const UNIT = "detik|dtk|menit|mnt|jam|hari kerja|hari|seconds?|minutes?|hours?|working days?|days?";
const MINUTES = "menit|mnt|minutes?";
const SECONDS = "detik|dtk|seconds?";
/** Half a number that a scanner broke in two, or of which it took a digit for a letter, is another number. */
const WHOLE = String.raw`(?<![\p{L}\p{N}.,/]|\d\s)`;
/** `15 Menit`, `@ 10 detik`, `± 15 menit`, `10 s.d. 15 menit`, `1 (satu) hari kerja`, `2 x 24 jam`, `1 jam 30 menit`. */
const DURATION = new RegExp(
  [
    String.raw`(?<each>@\s*)?(?:(?<atMost>${AT_MOST})|(?<about>${ABOUT}))?\s*${WHOLE}`,
    String.raw`(?:(?<times>\d+)\s*[x×]\s*)?(?:(?<from>${AMOUNT})\s*(?:${TO})\s*)?(?<amount>${AMOUNT})\s*`,
    String.raw`(?:\((?<said>[^)]*)\)\s*)?(?<unit>${UNIT})\b`,
    String.raw`(?:\s*(?:dan |and )?(?<minutes>\d+)\s*(?:${MINUTES})\b)?`,
    String.raw`(?:\s*(?:dan |and )?(?<seconds>\d+)\s*(?:${SECONDS})\b)?`,
  ].join(""),
  "iu",
);

const EVERY_DURATION = new RegExp(DURATION, "giu");
/** `15 menit (lima belas menit)`. */
const SAID_AFTER = /^\s*\(([^()]*)\)/;

/** The first length of time in the text, or undefined. Whole seconds; hours are minutes; days have no seconds. */
export function durationIn(text: string): ReadDuration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const read = readFrom(match, text);
  const after = SAID_AFTER.exec(text.slice(match.index + match[0].length))?.[1];
  const again = after === undefined ? null : DURATION.exec(after);
  const said = again && readFrom(again, after ?? "");
  return read && said && said.unit === read.unit && !isAsLong(said, read) ? undefined : read;
}

/** Every length of time that is written there. */
export const durationsIn = (text: string): readonly ReadDuration[] =>
  [...text.matchAll(EVERY_DURATION)].flatMap((match) => readFrom(match, text) ?? []);

export const isAsLong = (one: Duration, other: Duration): boolean =>
  one.unit === "business-day" || other.unit === "business-day"
    ? one.unit === other.unit && one.value === other.value
    : one.seconds === other.seconds;

function readFrom(match: RegExpExecArray, text: string): ReadDuration | undefined {
  if (!match.groups) return undefined;
  const { each, about, atMost, times = "1", from, amount = "", unit: unitText = "" } = match.groups;
  const [, unit, seconds] = UNITS.find(([pattern]) => pattern.test(unitText)) ?? [];
  const count = amountOf(amount);
  const least = from === undefined ? undefined : amountOf(from);
  if (count !== undefined && isOther(match.groups["said"], count)) return undefined;
  if (!unit || count === undefined || (from !== undefined && least === undefined)) return undefined;
  const moreSeconds = Number(match.groups["minutes"] ?? 0) * 60 + Number(match.groups["seconds"] ?? 0);
  const lasting = (value: number, more = 0) =>
    valueIn(unit, value, seconds ? Math.round(value * seconds + more) : null);
  return {
    ...lasting(Number(times) * count, moreSeconds),
    text: parenthesised(text, match[0].trim()),
    isApproximate: about !== undefined,
    isAtMost: atMost !== undefined,
    rangeFrom:
      from === undefined || least === undefined ? null : { ...lasting(Number(times) * least), text: from },
    isEach: each !== undefined,
  };
}

/** `2 (tiga)`: which of the two is meant is not for us to say. */
function isOther(said: string | undefined, count: number): boolean {
  const spelled = said === undefined ? undefined : amountOf(said);
  return spelled !== undefined && !Number.isNaN(spelled) && spelled !== count;
}

const UNITS_MISREAD =
  "(?:m|rn)[e3c]n[i1l!]t|d[e3c]t[i1l!]k|ja(?:m|rn)|har[i1l!](?: kerja)?|m[i1l]nutes?|seconds?|hours?";
/** Something like a number in front of something like a unit. */
const LIKE_A_TIME = new RegExp(
  String.raw`(?:^|[\s(@±:;,])(?:[^\s()]*\d[^\s()]*|[OolI|SB]{1,2})\s*(?:\([^)]*\)\s*)?(?:${UNITS_MISREAD})(?![\p{L}\p{N}])`,
  "iu",
);

/** Whether a time is written there that cannot be read for certain: a scanner's `l5 menit` is not five minutes. */
export const isTimeUnclear = (text: string): boolean =>
  LIKE_A_TIME.test(text) && durationIn(text) === undefined;

/** Without what only the reader of the source needs. */
export const plainDuration = ({ value, unit, seconds, text }: ReadDuration): Duration => ({
  ...{ value, unit, seconds, text },
});

function valueIn(unit: Duration["unit"], value: number, seconds: number | null) {
  if (unit === "business-day" || seconds === null) return { value: Math.ceil(value), unit, seconds: null };
  if (unit === "minute" && seconds % 60 === 0) return { value: seconds / 60, unit, seconds };
  return { value: seconds, unit: "second" as const, seconds };
}

/** `(5 menit)` is quoted with its brackets, as it stands. */
function parenthesised(text: string, written: string): string {
  const inBrackets = `(${written})`;
  return text.includes(inBrackets) ? inBrackets : written;
}
