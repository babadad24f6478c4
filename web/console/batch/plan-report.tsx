import type { PlanView, RowView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { saveFile } from "../ui/save-file.ts";

/** Who gets a card, and row by row why the others get none. */
export function PlanReport({ plan, onAccept }: { readonly plan: PlanView; readonly onAccept: () => void }) {
  const model = useModel();
  const { text, connection } = model;
  const words = text.batch;
  const saving = useAction();
  const bad = plan.rows - plan.ready;
  const suggested = plan.troubles.find(({ trouble }) => trouble === "zeros-lost")?.rows ?? 0;
  const save = (): void =>
    saving.run(async () => {
      const { file } = await connection.call("batch.report", { plan: plan.plan, batch: null });
      saveFile(await connection.frame(file), "daftar-kartu.csv", "text/csv");
    });
  return (
    <section class="ti-panel ti-pad batch-report" data-testid="plan">
      <header class="batch-head">
        <div class="ti-grow">
          <h2 data-testid="plan-ready">{words.ready(model.count(plan.ready))}</h2>
          <p>{bad === 0 ? words.allGood : words.bad(model.count(bad))}</p>
        </div>
        <button type="button" class="ti-btn" onClick={save} data-testid="plan-save">
          <Icon name="save" />
          {words.report}
        </button>
      </header>
      <FaultNote fault={saving.fault} />
      {plan.withoutPhoto > 0 ? (
        <Note tone="warn" title={words.withoutPhoto(model.count(plan.withoutPhoto))} />
      ) : null}
      {suggested > 0 ? (
        <Note tone="warn" title={words.suggestions(model.count(suggested))} text={words.suggestionsHint}>
          <button type="button" class="ti-btn" onClick={onAccept} data-testid="plan-accept">
            {words.accept}
          </button>
        </Note>
      ) : null}
      {bad > 0 ? (
        <div class="batch-table">
          <table data-testid="plan-bad">
            <thead>
              <tr>
                {[words.row, words.inList, words.name, words.why].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {plan.bad.map((row) => (
                <tr key={row.row}>
                  <td class="ti-num">{model.count(row.row)}</td>
                  <td>{row.text}</td>
                  <td>{row.name ?? ""}</td>
                  <td>{whyOf(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {bad > plan.bad.length ? (
            <p class="ti-meta">{words.more(model.count(bad - plan.bad.length))}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  );

  function whyOf({ trouble, suggestion, firstRow, printedAt }: RowView): string {
    const why = trouble ? words.troubles[trouble] : "";
    const more = [
      suggestion === null ? "" : words.perhaps(suggestion),
      firstRow === null ? "" : words.sameAs(firstRow),
      printedAt === null ? "" : words.printedOn(model.day(new Date(printedAt))),
    ].filter(Boolean);
    return [why, ...more].join(", ");
  }
}
