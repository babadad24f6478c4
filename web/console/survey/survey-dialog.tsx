import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Params } from "../../../src/bridge/protocol/commands.ts";
import type { QuestionnaireView } from "../../../src/bridge/protocol/survey-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { SelectField } from "../ui/select-field.tsx";

type Given = Params<"survey.answer">;

/** The questionnaire for whoever stands at the desk; the officer sees neither who nor what once it is sent. */
export function SurveyDialog({
  ballot,
  onDone,
  onClose,
}: {
  readonly ballot: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { text, connection, language } = useModel();
  const questionnaire = useSignal<QuestionnaireView | undefined>(undefined);
  const isSent = useSignal(false);
  const loading = useAction();
  useEffect(() => {
    loading.run(async () => {
      questionnaire.value = await connection.call("survey.questionnaire", {});
    });
  }, [language]);
  const said = questionnaire.value;
  return (
    <Dialog
      title={said?.title ?? text.survey.title}
      lead={isSent.value ? undefined : said?.lead}
      onClose={onClose}
      wide={!isSent.value}
      testid="survey-dialog"
    >
      <div class="dialog-body survey-body">
        <FaultNote fault={loading.fault} />
        {said === undefined ? null : isSent.value ? (
          <Thanks said={said} onClose={onClose} />
        ) : (
          <Questions
            said={said}
            ballot={ballot}
            onSent={() => {
              isSent.value = true;
              onDone();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

function Thanks({ said, onClose }: { readonly said: QuestionnaireView; readonly onClose: () => void }) {
  const { text } = useModel();
  return (
    <div class="survey-thanks" data-testid="survey-thanks">
      <h2>{said.thanks}</h2>
      <p class="ti-lead">{said.thanksLead}</p>
      <MainButton
        icon="check"
        label={text.survey.close}
        size="dialog"
        testid="survey-close"
        onPress={onClose}
      />
    </div>
  );
}

const SCORES = [1, 2, 3, 4] as const;
type Score = (typeof SCORES)[number];

function Questions({
  said,
  ballot,
  onSent,
}: {
  readonly said: QuestionnaireView;
  readonly ballot: string;
  readonly onSent: () => void;
}) {
  const model = useModel();
  const { text, connection } = model;
  const scores = useSignal<Readonly<Record<string, Score>>>({});
  const bands = useSignal<Readonly<Record<string, string>>>({});
  const sending = useAction();
  const given = said.questions.flatMap(({ element }) => scores.value[element] ?? []);
  const missing = said.questions.length - given.length;
  const send = (): void =>
    sending.run(async () => {
      // The daemon checks both against its own lists.
      await connection.call("survey.answer", { ballot, scores: given, bands: bands.value as Given["bands"] });
      onSent();
    });
  return (
    <>
      {said.questions.map(({ element, question, answers }, index) => (
        <Choice
          key={element}
          label={`${index + 1}. ${question}`}
          name={`survey-${element}`}
          options={SCORES.map((score) => [String(score), answers[score - 1] ?? ""] as const)}
          value={scores.value[element] === undefined ? undefined : String(scores.value[element])}
          onChange={(chosen) => {
            scores.value = { ...scores.value, [element]: Number(chosen) as Score };
          }}
        />
      ))}
      <h3>
        {said.aboutYou} <small>{said.aboutYouHint}</small>
      </h3>
      <div class="survey-bands">
        {said.bands.map(({ band, name, options }) => (
          <SelectField
            key={band}
            label={name}
            value={bands.value[band] ?? ""}
            options={[
              ["", said.notSaid],
              ...options.map(({ value, text: words }) => [value, words] as const),
            ]}
            testid={`survey-${band}`}
            onChange={(value) => {
              const { [band]: _, ...others } = bands.value;
              bands.value = value === "" ? others : { ...others, [band]: value };
            }}
          />
        ))}
      </div>
      <FaultNote fault={sending.fault} />
      <div class="dialog-foot">
        <MainButton
          icon="check"
          label={said.send}
          size="dialog"
          action={sending}
          takesFocus={false}
          testid="survey-send"
          blockedBy={missing > 0 ? text.survey.stillMissing(model.count(missing)) : undefined}
          onPress={send}
        />
      </div>
    </>
  );
}
