import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Note } from "../ui/note.tsx";
import type { Foreseen } from "./use-privacy.ts";

/** What to know, or to do, before a member's data goes. */
export function ErasureNotes({
  foreseen,
  isAlone,
}: {
  readonly foreseen: Foreseen;
  readonly isAlone: boolean;
}) {
  const words = useModel().text.privacy.sure;
  const { forecast, members, source } = foreseen;
  const open = members.find(({ openCase }) => openCase !== null)?.openCase;
  if (forecast.isUnderWay)
    return (
      <Note tone="bad" title={words.underWay} text={words.underWayMend} testid="erase-under-way">
        {open ? (
          <a class="ti-btn" href={hashOf({ page: "desk", id: open })}>
            {words.openCase}
          </a>
        ) : null}
      </Note>
    );
  const isUnknown = forecast.files + forecast.mirrored + forecast.kept === 0 && members.length === 0;
  const unknownMend = isAlone ? words.unknownAlone : words.unknownMend;
  return (
    <>
      {isUnknown ? (
        <Note tone="warn" title={words.unknown} text={unknownMend} testid="erase-unknown" />
      ) : null}
      {source !== "inlislite" ? (
        <Note tone="warn" icon="cloudoff" title={words.away} text={words.awayMend} testid="erase-away" />
      ) : members.length > 0 ? (
        <Note
          tone="warn"
          title={words.inInlislite}
          text={words.inInlisliteMend}
          testid="erase-in-inlislite"
        />
      ) : null}
    </>
  );
}
