import type { DraftStandard, DraftStep } from "../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../state/model.ts";
import { Tick } from "../ui/tick.tsx";
import { coverableSteps, secondsOf, secondsText } from "./step-sum.ts";

type Key = NonNullable<DraftStep["key"]>;

/** Which steps the published total means: ticked, with their sum beside it. */
export function CoversField({
  standard,
  covers,
  onChange,
}: {
  readonly standard: DraftStandard;
  readonly covers: readonly Key[];
  readonly onChange: (covers: readonly Key[]) => void;
}) {
  const { text } = useModel();
  const words = text.standards;
  const steps = coverableSteps(standard);
  const sum = secondsOf(steps.filter(({ key }) => covers.includes(key)));
  const published = standard.promise?.published;
  const isEqual = published?.seconds === sum;
  return (
    <fieldset class="covers" data-testid="covers">
      <legend>{words.coversWhich}</legend>
      {steps.map(({ key, text: step, target }) => (
        <Tick
          key={key}
          testid={`covers-${key}`}
          isOn={covers.includes(key)}
          onChange={(isOn) =>
            onChange(steps.map((one) => one.key).filter((one) => (one === key ? isOn : covers.includes(one))))
          }
        >
          {step} <span class="ti-meta">{target?.text ?? words.untimed}</span>
        </Tick>
      ))}
      <p data-testid="covers-sum">
        {words.coversSum(secondsText(sum, text), published?.text ?? "–")}{" "}
        <strong class={isEqual ? "ti-t-ok" : ""}>{isEqual ? words.coversEqual : ""}</strong>
      </p>
    </fieldset>
  );
}
