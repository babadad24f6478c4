import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { DraftStep } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { Tick } from "../../ui/tick.tsx";
import { DurationField, durationOf } from "./duration-field.tsx";
import { Problem, TextField, useProblem } from "./text-field.tsx";

type Key = NonNullable<DraftStep["key"]>;
/** Joined work: one target for several pieces, which are measured apart. */
const PARTS: Partial<Readonly<Record<Key, readonly Key[]>>> = {
  "cut-and-laminate": ["cut", "laminate"],
  "print-and-handover": ["print", "handover"],
  "data-entry-and-print": ["data-entry", "print"],
};
const PERFORMERS = ["officer", "applicant", "unknown"] as const;

/** One step of the document: its words, what work it is, who does it, and how long it may take. */
export function StepRow({
  step,
  at,
  name,
  onChange,
  tools,
}: {
  readonly step: DraftStep;
  /** Where it stands in the document. */
  readonly at: string;
  readonly name: string;
  readonly onChange: (step: DraftStep) => void;
  readonly tools: ComponentChildren;
}) {
  const words = useModel().text.standards;
  const put = (next: Partial<DraftStep>): void => onChange({ ...step, ...next });
  return (
    <>
      <div class="doc-row">
        <TextField
          label={words.stepText(step.seq)}
          isLabelHidden
          isLong
          at={`${at}/text`}
          testid={`${name}-text`}
          value={step.text}
          onChange={(text) => put({ text })}
        />
        {tools}
      </div>
      <div class="doc-more step-more">
        <WorkField step={step} at={`${at}/key`} testid={`${name}-work`} onChange={put} />
        <SelectField
          label={words.performer}
          testid={`${name}-performer`}
          value={performerOf(step)}
          options={PERFORMERS.map((who) => [who, words.performers[who]] as const)}
          onChange={(who) =>
            put({
              performer:
                who === "unknown"
                  ? { role: "officer", basis: "not stated" }
                  : { role: who, basis: "reviewed" },
            })
          }
        />
        <SelectField
          label={words.target}
          testid={`${name}-target`}
          value={step.target ? "fixed" : step.targetKind === "as-needed" ? "as-needed" : "none"}
          options={(["fixed", "as-needed", "none"] as const).map(
            (kind) => [kind, words.targets[kind]] as const,
          )}
          onChange={(targetKind) =>
            put({ targetKind, target: targetKind === "fixed" ? durationOf(1, "minute") : null })
          }
        />
        {step.target ? (
          <DurationField
            label={words.time}
            at={`${at}/target`}
            testid={`${name}-time`}
            value={step.target}
            onChange={(target) => put({ target })}
          />
        ) : null}
        <Tick
          isOn={step.isConditional}
          testid={`${name}-conditional`}
          onChange={(isConditional) => put({ isConditional })}
        >
          {words.conditional}
        </Tick>
      </div>
      <Problem at={`${at}/target`} />
    </>
  );
}

function WorkField({
  step,
  at,
  testid,
  onChange,
}: {
  readonly step: DraftStep;
  readonly at: string;
  readonly testid: string;
  readonly onChange: (change: Partial<DraftStep>) => void;
}) {
  const { text } = useModel();
  const field = useId();
  const problem = useProblem(at, field);
  const keys = Object.keys(text.steps) as Key[];
  return (
    <div class="ti-field">
      <label for={field}>{text.standards.work}</label>
      <select
        id={field}
        class="ti-input"
        value={step.key ?? ""}
        data-testid={testid}
        {...problem}
        onChange={(event) => {
          const key = keys.find((one) => one === event.currentTarget.value) ?? null;
          onChange({ key, splitInto: (key && PARTS[key]) ?? [] });
        }}
      >
        <option value="">{text.standards.workUnknown}</option>
        {keys.map((key) => (
          <option key={key} value={key}>
            {text.steps[key].plank}
          </option>
        ))}
      </select>
      <Problem at={at} field={field} />
    </div>
  );
}

/** The documents say officer, service-officer and operator for the library's side. */
function performerOf({ performer: { role, basis } }: DraftStep): (typeof PERFORMERS)[number] {
  if (basis === "not stated") return "unknown";
  return role === "applicant" ? "applicant" : "officer";
}
