/** INLISLite writes days, not instants, for whom it knew before the copy was made; its days begin in Jakarta. */
const JAKARTA_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export interface SinceWords {
  readonly today: string;
  /** `09.41` of today, `25 Nov 09.41` of another day. */
  readonly moment: (at: Date) => string;
  /** `25 Nov`. */
  readonly day: (at: Date) => string;
}

/** Since when somebody waits, as exactly as it is known and as anybody needs it. */
export function sinceText(since: Date, now: Date, words: SinceWords): string {
  const isWholeDay = (since.getTime() + JAKARTA_MS) % DAY_MS === 0;
  const isToday = words.day(since) === words.day(now);
  if (!isToday) return words.day(since);
  return isWholeDay ? words.today : words.moment(since);
}
