import type { DraftProcedure, DraftStep } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { useEditing } from "./editing.ts";
import { Linked, linesOf } from "./linked.tsx";
import { AddRow, movedUp, RowTools } from "./list-fields.tsx";
import { StepRow } from "./step-row.tsx";
import { Part, Problem } from "./text-field.tsx";

/** The published steps, one list for each way in which the document tells them. */
export function StepFields() {
  const { text } = useModel();
  const words = text.standards;
  const { draft, change } = useEditing();
  const { procedures } = draft.value;
  const put = (at: number, next: DraftProcedure): void =>
    change({ procedures: procedures.with(at, timed(next)) });
  return (
    <>
      <Problem at="/procedures" />
      {procedures.map((procedure, at) => (
        <Part key={procedure.id} title={titleOf(procedure, text)}>
          {procedure.strayHeading ? (
            <p class="ti-meta">{words.strayHeading(procedure.strayHeading)}</p>
          ) : null}
          <Problem at={`/procedures/${at}/steps`} />
          <ol class="doc-rows">
            {procedure.steps.map((step, index) => (
              <li key={index}>
                <Linked lines={linesOf(step.cites)} testid={`step-${at}-${index}`}>
                  <StepRow
                    at={`/procedures/${at}/steps/${index}`}
                    name={`step-${at}-${index}`}
                    step={step}
                    onChange={(next) => put(at, { ...procedure, steps: procedure.steps.with(index, next) })}
                    tools={
                      <RowTools
                        name={step.text}
                        onRemove={() => put(at, { ...procedure, steps: procedure.steps.toSpliced(index, 1) })}
                        onUp={
                          index === 0
                            ? undefined
                            : () =>
                                put(at, { ...procedure, steps: numbered(movedUp(procedure.steps, index)) })
                        }
                      />
                    }
                  />
                </Linked>
              </li>
            ))}
          </ol>
          <AddRow
            label={words.addStep}
            testid={`add-step-${at}`}
            onAdd={() => put(at, { ...procedure, steps: [...procedure.steps, newStep(procedure)] })}
          />
        </Part>
      ))}
      {procedures.length === 0 ? (
        <AddRow
          label={words.addProcedure}
          testid="add-procedure"
          onAdd={() => change({ procedures: [EMPTY] })}
        />
      ) : null}
    </>
  );
}

function titleOf({ channels, isTimed }: DraftProcedure, text: ReturnType<typeof useModel>["text"]): string {
  const ways = channels.map((way) => text.start.channels[way]).join(", ");
  return isTimed ? text.standards.timedSteps(ways) : text.standards.untimedSteps(ways);
}

/** Timed by its steps, and then the one that counts. */
function timed(procedure: DraftProcedure): DraftProcedure {
  const isTimed = procedure.steps.some(({ target }) => target !== null);
  return { ...procedure, isTimed, isAuthoritative: isTimed || procedure.isAuthoritative };
}

const numbered = (steps: readonly DraftStep[]): readonly DraftStep[] =>
  steps.map((step, index) => ({ ...step, seq: index + 1 }));

const newStep = ({ steps }: DraftProcedure): DraftStep => ({
  ...{ seq: (steps.at(-1)?.seq ?? 0) + 1, key: null, text: "" },
  performer: { role: "officer", basis: "explicit" },
  ...{ target: null, targetKind: "none", isConditional: false, condition: null, isOptional: false },
  ...{ splitInto: [], order: null, inputs: [], output: null, flow: null, checks: [], note: null, cites: [] },
});

const EMPTY: DraftProcedure = {
  ...{ id: "procedure", channels: ["in-person"], kinds: [], isTimed: false, isAuthoritative: false },
  ...{
    section: "",
    strayHeading: null,
    startRow: null,
    endRow: null,
    steps: [],
    texts: [],
    note: null,
    cites: [],
  },
};
