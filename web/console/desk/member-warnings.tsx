import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { hintTone, sayHint } from "../../members/say-hint.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";

/** What the daemon knows against a card, each with its mend in the words of this library's INLISLite. */
export function MemberWarnings({
  member,
  isBrief = false,
}: {
  readonly member: MemberView;
  /** The worst one in full, the others by name; nothing that is merely worth knowing. */
  readonly isBrief?: boolean;
}) {
  const { text, language, inlisliteVersion } = useModel();
  const words = {
    hints: text.hints,
    statuses: text.member.statuses,
    day: (day: string) => longDate(day, language),
  };
  // A photo that is missing is the next step's own work.
  const hints = member.hints.filter((hint) => hint !== "no-photo");
  const serious = hints.filter((hint) => hintTone(hint) !== "idle");
  const [first, ...others] = isBrief ? serious : hints;
  if (first === undefined) return null;
  const also = text.member.also(others.map((hint) => text.hints[hint].short).join(", "));
  return (
    <>
      {(isBrief ? [first] : hints).map((hint) => {
        const { what, mend } = sayHint(hint, member, inlisliteVersion, words);
        return (
          <Note
            key={hint}
            tone={hintTone(hint)}
            title={what}
            text={isBrief && others.length > 0 ? `${mend} ${also}` : mend}
            testid={`warning-${hint}`}
          />
        );
      })}
    </>
  );
}
