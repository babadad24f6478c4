import type { StepKey } from "../../../src/sla/case-event.ts";
import { PRESETS } from "../../../src/sla/presets.ts";
import type { ConsoleDesk } from "../console-desk.ts";

interface Answer {
  readonly standard: string;
  /** Which steps the published total means. */
  readonly steps: readonly StepKey[];
  readonly answer: string;
}

/** The head of service answers at the page Standar what the total covers; the new version holds from now on. */
export async function answerWhatTheTotalCovers(
  desk: ConsoleDesk,
  { standard, steps, answer }: Answer,
): Promise<void> {
  await desk.goTo("standar");
  await desk.press(`standard-${standard}`);
  await desk.press("answer-TOTAL_BELOW_STEP_SUM");
  for (const key of steps)
    await desk.page.getByText(stepTextOf(standard, key), { exact: false }).last().click();
  await desk.byId("answer-text").fill(answer);
  await desk.byId("answer-by").fill("Kepala Dinas");
  await desk.press("answer-save");
  await desk.press("publish");
  await desk.press("publish-now");
  await desk.byId("published").waitFor();
}

export const stepTextOf = (standard: string, key: StepKey): string => {
  const preset = PRESETS.find(({ id }) => id === standard);
  return preset?.procedures.flatMap(({ steps }) => steps).find((one) => one.key === key)?.text ?? key;
};
