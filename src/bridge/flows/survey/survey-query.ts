import type { LocalDate } from "../../../kernel/types.ts";
import { SURVEY_BAND_NAMES } from "../../../sla/survey/questionnaire.ts";
import { FEWEST_ANSWERS, resultOf } from "../../../sla/survey/survey-index.ts";
import { allOf, type SurveySums } from "../../../sla/survey/survey-sums.ts";
import type { Store } from "../../../store/store.ts";
import type { SurveyGroup } from "../../../store/survey-store.ts";
import type { SurveyView } from "../../protocol/survey-shapes.ts";
import type { Kiosk } from "../../survey/kiosk.ts";
import { groupedBy } from "../sla/punctuality-plots.ts";
import type { PunctualityQuery } from "../sla/punctuality-query.ts";
import type { StandardShelf } from "../sla/standard-shelf.ts";

interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Dependencies {
  readonly store: Pick<Store, "survey">;
  readonly query: Pick<PunctualityQuery, "ofAll">;
  readonly standards: Pick<StandardShelf, "find">;
  readonly kiosk: Pick<Kiosk, "state" | "address">;
}

/** What people think of the service, and next to what they think of the time the time itself. */
export class SurveyQuery {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async view(period: Period, signal: AbortSignal): Promise<SurveyView> {
    const { store, query, standards, kiosk } = this.#deps;
    const measured = await query.ofAll(period, signal);
    const groups = store.survey.groups(period);
    const sums = sumsOf(groups);
    const result = resultOf(sums);
    return {
      ...{ from: period.from, to: period.to, fewest: FEWEST_ANSWERS, waiting: store.survey.waiting },
      ...figures(sums),
      elements: (result?.elements ?? []).map((one, at) => ({ ...one, scores: [...(sums.scores[at] ?? [])] })),
      bands: SURVEY_BAND_NAMES.map((band) => ({ band, counts: [...sums.bands[band]] })),
      months: [...groupedBy(groups, ({ day }) => day.slice(0, 7))].map(([month, members]) => ({
        ...{ month, ...figures(sumsOf(members)) },
      })),
      services: [...groupedBy(groups, ({ service }) => service)].map(([standard, members]) => ({
        ...{ standard, title: standards.find(standard)?.service.title ?? standard },
        ...figures(sumsOf(members)),
      })),
      measured: {
        summary: measured.summary,
        promises: [...new Set(measured.standards.map(({ publishedText }) => publishedText))],
      },
      kiosk: { state: kiosk.state, address: kiosk.address ?? null },
    };
  }
}

const sumsOf = (groups: readonly SurveyGroup[]): SurveySums => allOf(groups.map(({ sums }) => sums));

function figures(sums: SurveySums) {
  const result = resultOf(sums);
  return { n: sums.n, index: result?.index ?? null, grade: result?.grade ?? null };
}
