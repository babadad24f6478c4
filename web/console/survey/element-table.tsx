import { useNumbers } from "../punctuality/numbers.ts";
import { useModel } from "../state/model.ts";
import type { Asked } from "./use-survey.ts";

/** The nine elements, U1 to U9, with how often each answer was given. */
export function ElementTable({ asked: { view, questionnaire } }: { readonly asked: Asked }) {
  const words = useModel().text.survey;
  const { count, decimal } = useNumbers();
  return (
    <section class="pk-steps" data-testid="survey-elements">
      <header>
        <h2>{words.elements}</h2>
        <p class="pk-legend">
          <span>
            <i class="dot" />
            {words.elementLegend}
          </span>
        </p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.element}</th>
            <td class="drawn" />
            {[1, 2, 3, 4].map((score) => (
              <th key={score} scope="col">
                {count(score)}
              </th>
            ))}
            <th scope="col">{words.columns.mean}</th>
            <th scope="col">{words.columns.index}</th>
            <th scope="col">{words.columns.grade}</th>
          </tr>
        </thead>
        <tbody>
          {view.elements.map(({ element, mean, index, grade, scores }, at) => (
            <tr key={element} data-testid={`survey-row-${element}`}>
              <th scope="row" title={questionnaire.questions[at]?.question}>
                U{at + 1} {questionnaire.questions[at]?.name}
              </th>
              <td class="drawn">
                <Mean value={mean} />
              </td>
              {scores.map((times, score) => (
                <td key={score}>{count(times)}</td>
              ))}
              <td>{decimal(mean)}</td>
              <td>{decimal(index)}</td>
              <td>{grade}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const WIDTH = 400;

/** From 1 to 4; the row says the figure. */
function Mean({ value }: { readonly value: number }) {
  const xOf = (score: number): number => 8 + ((score - 1) / 3) * (WIDTH - 16);
  return (
    <svg viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true">
      <path
        class="grid"
        d={`M${xOf(1)} 10H${xOf(4)}${[1, 2, 3, 4].map((at) => `M${xOf(at)} 6v8`).join("")}`}
      />
      <path class="range" d={`M${xOf(1)} 10H${xOf(value)}`} />
      <circle class="median" cx={xOf(value)} cy={10} r={5} />
    </svg>
  );
}
