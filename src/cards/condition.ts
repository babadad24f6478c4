import { isSameType } from "./design-choices.ts";
import type { CardContent } from "./print-job.ts";
import { printedNumber } from "./printed-number.ts";
import type { BindingName, Layer, When } from "./template.ts";

/** What a binding shows on this card, or undefined. */
export function shownBy(binding: BindingName, content: CardContent): string | undefined {
  const value = binding === "memberNo" ? printedNumber(content.memberNo) : content[binding];
  return value === undefined || value.trim() === "" ? undefined : value;
}

/** Whether a layer is on this card at all. */
export function isShown({ when }: Pick<Layer, "when">, content: CardContent): boolean {
  return when === undefined || isMet(when, content);
}

/** An unknown age is no minor's: nothing is printed on a guess. */
function isMet(when: NonNullable<When>, content: CardContent): boolean {
  const { has, hasNot, photo, memberTypes, minor } = when;
  if (has && shownBy(has, content) === undefined) return false;
  if (hasNot && shownBy(hasNot, content) !== undefined) return false;
  if (photo !== undefined && photo !== (content.photo !== undefined)) return false;
  if (minor !== undefined && minor !== (content.isMinor ?? false)) return false;
  return memberTypes === undefined || memberTypes.some((type) => isSameType(type, content.memberType));
}
