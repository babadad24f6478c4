import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";

/** Papers are not there: wait for them with the clock's reason, or let the applicant go. What was ticked is kept first. */
export function MissingPapers({
  view,
  brought,
  onRefuse,
  onWait,
}: {
  readonly view: CaseView;
  readonly brought: readonly string[];
  readonly onRefuse: () => void;
  readonly onWait?: () => void;
}) {
  const { text, connection, desk } = useModel();
  const waiting = useAction();
  const wait = (): void =>
    waiting.run(async () => {
      await connection.call("case.notePapers", { case: view.case, documents: [...brought] });
      const reason = "missing-document";
      desk.putCase(await connection.call("case.pause", { case: view.case, reason }));
      onWait?.();
    });
  return (
    <div class="missing-papers">
      <p class="ti-meta ti-grow">
        {`${text.intake.partial(brought.length, view.requirements.length)}. ${text.intake.note}`}
      </p>
      {view.status === "paused" ? null : (
        <button type="button" class="ti-btn" data-testid="wait-for-papers" onClick={wait}>
          <Icon name="pause" />
          {text.intake.wait}
        </button>
      )}
      <button type="button" class="ti-btn" data-testid="refuse-for-papers" onClick={onRefuse}>
        <Icon name="block" />
        {text.intake.refuse}
      </button>
      <FaultNote fault={waiting.fault} />
    </div>
  );
}
