import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";
import { type MemberProblem, memberProblems } from "./member-checks.ts";

/** What stands in the way of a card, each with its mend. */
export function MemberWarnings({
  member,
  sameNumber = 1,
  isBrief = false,
}: {
  readonly member: MemberView;
  readonly sameNumber?: number;
  /** Only the worst one. */
  readonly isBrief?: boolean;
}) {
  const { text, language } = useModel();
  const say = (problem: MemberProblem): readonly [string, string] => {
    switch (problem) {
      case "twins":
        return [text.member.twins, text.member.twinsMend];
      case "not-active":
        return [text.member.notActive(text.member.statuses[member.status]), text.member.notActiveMend];
      case "no-end-date":
        return [text.member.noEndWhat, text.member.noEndMend];
      case "expired":
        return [text.member.expired(longDate(member.validUntil ?? "", language)), text.member.expiredMend];
    }
  };
  const problems = memberProblems(member, sameNumber);
  return (
    <>
      {(isBrief ? problems.slice(0, 1) : problems).map((problem) => {
        const [what, mend] = say(problem);
        return (
          <Note
            key={problem}
            tone={problem === "twins" ? "bad" : "warn"}
            title={what}
            text={mend}
            testid={`warning-${problem}`}
          />
        );
      })}
    </>
  );
}
