import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import type { Messages } from "../../../messages/id.ts";

/** What names and titles may be at most. */
const LONGEST = 60;

/** A name and a title that no design has: `lengkung-2`, *Lengkung (salinan 2)*. */
export function freeName(
  { name, title }: Pick<DesignView, "name" | "title">,
  taken: readonly Pick<DesignView, "name" | "title">[],
  { cards }: Pick<Messages, "cards">,
): { readonly name: string; readonly title: string } {
  for (let number = 1; ; number += 1) {
    const behind = `-${number + 1}`;
    const next = {
      name: name.slice(0, LONGEST - behind.length) + behind,
      title: cards.copyTitle(title.slice(0, LONGEST - 16), number),
    };
    if (!taken.some((one) => one.name === next.name || one.title === next.title)) return next;
  }
}
