import type { MemberView } from "../../src/bridge/protocol/shapes.ts";
import type { Hint, HintText } from "../messages/id-hints.ts";

type InlisliteVersion = keyof HintText["mend"];

/** Words for a member's own facts, in the page's language. */
export interface Words {
  readonly hints: Readonly<Record<Hint, HintText>>;
  readonly statuses: Readonly<Record<MemberView["status"], string>>;
  /** `22 November 2027`. */
  readonly day: (day: string) => string;
}

/** Only these become active at the counter by the usual way. */
const JOINING: readonly MemberView["status"][] = ["new", "waiting", "inactive"];

/** One of a member's hints as an operator reads it: what is so, and what to do in the INLISLite of this library. */
export function sayHint(
  hint: Hint,
  { status, validUntil }: Pick<MemberView, "status" | "validUntil">,
  version: InlisliteVersion,
  words: Words,
): { readonly what: string; readonly mend: string } {
  const text = words.hints[hint];
  const what = text.what({
    status: words.statuses[status],
    date: validUntil === null ? "" : words.day(validUntil),
  });
  const isUsual = text.mendOther === undefined || JOINING.includes(status);
  return { what, mend: isUsual ? text.mend[version] : (text.mendOther ?? "") };
}

/** Bad: a card would be of no use to anybody. Warn: a card would be wrong, or is not made. Idle: worth knowing. */
export function hintTone(hint: Hint): "bad" | "warn" | "idle" {
  if (hint === "number-shared" || hint === "number-unprintable") return "bad";
  return hint === "no-type" || hint === "number-like-nik" || hint === "no-photo" ? "idle" : "warn";
}
