import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { QuestionnaireView, SurveyView } from "../../../src/bridge/protocol/survey-shapes.ts";
import { type Fault, faultOf } from "../connection.ts";
import type { Days } from "../punctuality/period.ts";
import { useModel } from "../state/model.ts";

export interface Asked {
  readonly view: SurveyView;
  /** In the page's language. */
  readonly questionnaire: QuestionnaireView;
}

/** What was counted in a period, asked for again for other days, in another language, and when the link is back. */
export function useSurvey({ from, to }: Days): {
  readonly asked: Signal<Asked | undefined>;
  readonly fault: Signal<Fault | undefined>;
} {
  const { connection, language } = useModel();
  const asked = useSignal<Asked | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isOpen) return;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const ask = async (): Promise<void> => {
      try {
        const [view, questionnaire] = await Promise.all([
          connection.call("survey.get", { from, to }, { signal }),
          connection.call("survey.questionnaire", {}, { signal }),
        ]);
        if (signal.aborted) return;
        asked.value = { view, questionnaire };
        fault.value = undefined;
      } catch (thrown) {
        if (!signal.aborted) fault.value = faultOf(thrown);
      }
    };
    void ask();
    const news = connection.on("survey.changed", () => void ask());
    return () => {
      lifetime.abort();
      news[Symbol.dispose]();
    };
  }, [isOpen, from, to, language]);
  return { asked, fault };
}
