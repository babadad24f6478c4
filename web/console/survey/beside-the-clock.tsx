import type { SurveyView } from "../../../src/bridge/protocol/survey-shapes.ts";
import { useNumbers } from "../punctuality/numbers.ts";
import { useModel } from "../state/model.ts";

/** Element U3 set beside the times that were measured in the same days. */
export function BesideTheClock({ view: { elements, measured } }: { readonly view: SurveyView }) {
  const words = useModel().text.survey;
  const { count, decimal, percent, time } = useNumbers();
  const opinion = elements.find(({ element }) => element === "time");
  const { n, judged, onTimePercent, medianMs } = measured.summary;
  const rows: readonly (readonly [string, string])[] = [
    [words.opinion, opinion ? words.opinionOf(decimal(opinion.mean), opinion.grade) : "–"],
    [
      `${words.measured} (${count(judged)})`,
      onTimePercent === null ? words.tooFewCases : percent(onTimePercent),
    ],
    [`${words.median} (${count(n)})`, time(medianMs)],
    ...measured.promises.map((promise) => [words.promise, promise] as const),
  ];
  return (
    <section data-testid="survey-beside">
      <h2>{words.beside}</h2>
      <table>
        <tbody>
          {rows.map(([name, said]) => (
            <tr key={`${name}${said}`}>
              <th scope="row">{name}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
