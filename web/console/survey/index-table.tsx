import type { SurveyView } from "../../../src/bridge/protocol/survey-shapes.ts";
import { useNumbers } from "../punctuality/numbers.ts";
import { useModel } from "../state/model.ts";

/** 25 is the worst that anybody can answer. */
const LEAST = 25;

type Row = Pick<SurveyView, "n" | "index" | "grade"> & { readonly name: string };

/** The index of each part, with a bar from the least to the most it can be. */
export function IndexTable({
  title,
  rows,
  testid,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly testid: string;
}) {
  const { columns } = useModel().text.survey;
  const { count, decimal } = useNumbers();
  return (
    <section data-testid={testid}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <td class="survey-drawn" />
            <th scope="col">{columns.answers}</th>
            <th scope="col">{columns.index}</th>
            <th scope="col">{columns.grade}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, n, index, grade }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="survey-drawn">
                <div class="pk-bar" aria-hidden="true">
                  <i
                    class="survey-index-bar"
                    style={{ width: `${(((index ?? LEAST) - LEAST) / (100 - LEAST)) * 100}%` }}
                  />
                </div>
              </td>
              <td>{count(n)}</td>
              <td>{index === null ? "–" : decimal(index)}</td>
              <td>{grade ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
