import { longDate } from "../../console/format/time.ts";
import { hintTone, sayHint } from "../../members/say-hint.ts";
import type { CompanionModel } from "../companion-model.ts";
import type { CardRow } from "./card-row.ts";

export interface RowWords {
  readonly tone: "bad" | "warn" | "idle";
  readonly what: string;
  readonly mend: string | undefined;
}

/** Everything there is to say about a member before a card is printed, worst first. */
export function wordsFor(model: CompanionModel, row: CardRow): readonly RowWords[] {
  const { text, desk, page, language } = model;
  const { cards } = text;
  const words: RowWords[] = [];
  if (row.reason) words.push({ tone: "bad", ...row.reason });
  if (row.sharedWith > 0) {
    words.push({ tone: "bad", what: cards.shared(row.sharedWith), mend: cards.sharedMend });
  }
  const version = page.value?.version ?? desk.facts.value?.inlisliteVersion ?? "3.3";
  const { member } = row;
  for (const hint of member?.hints ?? []) {
    if (!member || (hint === "number-shared" && row.sharedWith > 0)) continue;
    const day = (date: string): string => longDate(date, language.value);
    const said = sayHint(hint, member, version, { hints: text.hints, statuses: text.statuses, day });
    words.push({ tone: hintTone(hint), ...said });
  }
  if (row.isWithoutPhoto && member?.photoName) {
    words.push({ tone: "warn", what: cards.noPhoto, mend: undefined });
  }
  const rank = { bad: 0, warn: 1, idle: 2 } as const;
  return words.sort((a, b) => rank[a.tone] - rank[b.tone]);
}
