import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { workOf } from "./stations.ts";

/** Where in the standard, and what is to be done: the page's one h1. */
export function StepHead({
  view,
  title,
  lead,
}: {
  readonly view: CaseView;
  readonly title?: string;
  readonly lead?: string | undefined;
}) {
  const { text } = useModel();
  const index = view.steps.findIndex(({ key }) => key === view.now);
  const work = workOf(view);
  const words = work === null ? undefined : text.steps[work];
  return (
    <div>
      <p class="ti-cap">{index === -1 ? "" : text.case.step(index + 1, view.steps.length)}</p>
      <h1 id="now">{title ?? words?.title}</h1>
      {lead === undefined && words === undefined ? null : <p class="ti-lead">{lead ?? words?.lead}</p>}
    </div>
  );
}

/** The step as the standard publishes it, verbatim. */
export function Published({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  const step = view.steps.find(({ key }) => key === view.now);
  if (!step) return null;
  return (
    <p class="then published">
      <span class="two-lines" title={step.text}>
        {step.inStandard ? (
          <>
            {text.case.published} <q>{step.text}</q>
          </>
        ) : (
          text.case.extra
        )}
      </span>
    </p>
  );
}
