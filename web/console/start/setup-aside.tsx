import { Choices } from "../shell/choices.tsx";
import { useModel } from "../state/model.ts";
import { Icon, Mark } from "../ui/icons.tsx";
import { LAST_ASKED, type SetupStep, STEPS } from "./steps.ts";

/** All steps, and which one this is. What needs the new settings opens once they are written. */
export function SetupAside({
  step,
  isFirstRun,
  onStep,
}: {
  readonly step: SetupStep;
  readonly isFirstRun: boolean;
  readonly onStep: (step: SetupStep) => void;
}) {
  const { text } = useModel();
  const { setup } = text;
  const here = STEPS.indexOf(step);
  return (
    <aside class="setup-aside">
      <div class="setup-head">
        <span class="ti-brand">
          <Mark />
          Titian
        </span>
        <Choices />
      </div>
      <p class="ti-meta">{setup.aside}</p>
      <ol>
        {STEPS.map((one, index) => (
          <li
            key={one}
            aria-current={one === step ? "step" : undefined}
            class={index < here ? "is-done" : undefined}
          >
            <button
              type="button"
              disabled={isFirstRun && index > STEPS.indexOf(LAST_ASKED)}
              onClick={() => onStep(one)}
            >
              <span class="setup-no">{index < here ? <Icon name="check" size="small" /> : index + 1}</span>
              <span>
                <strong>{setup.steps[one].title}</strong>
                <span class="ti-meta">{setup.steps[one].aside}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p class="ti-meta setup-later">{setup.later}</p>
    </aside>
  );
}
