import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Note } from "../ui/note.tsx";

/** Two desks have each begun a case for this member while they were apart: a person decides which one goes on. */
export function AlsoOpen({ view }: { readonly view: CaseView }) {
  const { also } = useModel().text.case;
  return (
    <>
      {view.alsoOpen.map(({ case: id, ticket, desk }) => (
        <Note
          key={id}
          tone="warn"
          title={also.title(ticket ?? "–", desk)}
          text={also.mend}
          testid="also-open"
        >
          <a class="ti-btn" href={hashOf({ page: "desk", id })} data-testid="also-open-go">
            {also.look}
          </a>
        </Note>
      ))}
    </>
  );
}
