import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ChoicesView, PlanView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { BATCHES } from "./batch-paths.ts";
import { PlanReport } from "./plan-report.tsx";
import { SetupForm } from "./setup-form.tsx";
import type { Source } from "./source.ts";
import { SourceForm } from "./source-form.tsx";

/** From a list to a batch: whose cards, why some get none, and where it is printed. Nothing prints here. */
export function NewBatch() {
  const { text, connection } = useModel();
  const words = text.batch;
  const planning = useAction();
  const choices = useSignal<ChoicesView | undefined>(undefined);
  const source = useSignal<Source | undefined>(undefined);
  const plan = useSignal<PlanView | undefined>(undefined);
  useEffect(() => {
    connection.call("batch.choices", {}).then(
      (found) => {
        choices.value = found;
      },
      () => undefined,
    );
  }, []);
  const check = (wanted: Source, acceptSuggestions: boolean): void =>
    planning.run(async () => {
      source.value = wanted;
      plan.value = await connection.call("batch.plan", { source: wanted, acceptSuggestions });
    });
  const found = plan.value;
  return (
    <main class="ti-body batch" data-testid="new-batch">
      <section class="sum">
        <div class="ti-grow">
          <h1>{found ? words.setup : words.source}</h1>
        </div>
        {found ? (
          <button type="button" class="ti-btn" onClick={() => (plan.value = undefined)}>
            {words.again}
          </button>
        ) : null}
        <a class="ti-btn ti-btn-quiet" href={hashOf({ page: "print", id: BATCHES })}>
          <Icon name="layers" />
          {words.back}
        </a>
      </section>
      <FaultNote fault={planning.fault} />
      {choices.value && !found ? (
        <SourceForm choices={choices.value} action={planning} onCheck={(wanted) => check(wanted, false)} />
      ) : null}
      {choices.value && found ? (
        <div class="batch-two">
          <PlanReport plan={found} onAccept={() => source.value && check(source.value, true)} />
          <SetupForm key={found.plan} plan={found} choices={choices.value} />
        </div>
      ) : null}
    </main>
  );
}
