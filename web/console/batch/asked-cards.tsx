import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import type { Params } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";

type Answer = Pick<Params<"batch.settleItem">, "outcome" | "reason">;

/** Cards that the printer lost sight of: a person looks into the tray and says what is there. */
export function AskedCards({
  view,
  onAnswer,
}: {
  readonly view: BatchView;
  readonly onAnswer: (batch: BatchView) => void;
}) {
  const model = useModel();
  const { text, connection } = model;
  const words = text.batch;
  const answering = useAction();
  const answer = (item: number, said: Answer): void =>
    answering.run(async () => {
      onAnswer(await connection.call("batch.settleItem", { batch: view.batch, item, ...said }));
    });
  const answers: readonly (readonly [string, Answer])[] = [
    [words.came, { outcome: "printed", reason: null }],
    [words.spoiledCard, { outcome: "again", reason: "spoiled" }],
    [words.notOut, { outcome: "again", reason: "did-not-come-out" }],
    [words.leave, { outcome: "skip", reason: "spoiled" }],
  ];
  return (
    <>
      {view.asked.map(({ item, name }) => (
        <section key={item} class="ti-panel ti-pad batch-asked" data-testid="asked-card">
          <h2>{words.asked(model.count(item + 1), name)}</h2>
          <div class="batch-answers">
            {answers.map(([label, said]) => (
              <button
                key={label}
                type="button"
                class="ti-btn ti-btn-big"
                data-testid={`answer-${said.outcome}-${said.reason ?? "good"}`}
                onClick={() => answer(item, said)}
              >
                {label}
              </button>
            ))}
          </div>
        </section>
      ))}
      <FaultNote fault={answering.fault} />
    </>
  );
}
