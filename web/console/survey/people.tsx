import type { QuestionnaireView, SurveyView } from "../../../src/bridge/protocol/survey-shapes.ts";
import { useModel } from "../state/model.ts";

/** Who answered, as wide as people said it themselves. */
export function People({
  view,
  questionnaire,
}: {
  readonly view: SurveyView;
  readonly questionnaire: QuestionnaireView;
}) {
  const model = useModel();
  const words = model.text.survey;
  return (
    <section data-testid="survey-people">
      <h2>{words.people}</h2>
      <dl class="survey-people">
        {view.bands.map(({ band, counts }) => {
          const asked = questionnaire.bands.find((one) => one.band === band);
          const unsaid = view.n - counts.reduce((sum, count) => sum + count, 0);
          const said = (asked?.options ?? []).flatMap(({ text }, index) =>
            counts[index] ? [`${text} ${model.count(counts[index])}`] : [],
          );
          const all = unsaid > 0 ? [...said, `${words.notSaid} ${model.count(unsaid)}`] : said;
          return (
            <div key={band}>
              <dt>{asked?.name}</dt>
              <dd>{all.join(" · ")}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
