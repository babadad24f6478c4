import { useSignal } from "@preact/signals";
import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { type Action, useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { AskedCards } from "./asked-cards.tsx";
import { BATCHES, FRESH_BATCH } from "./batch-paths.ts";
import { BatchProgress } from "./batch-progress.tsx";
import { BatchState } from "./batch-state.tsx";
import { CancelBatch } from "./cancel-batch.tsx";
import { LeftOut } from "./left-out.tsx";
import { PreviewPages } from "./preview-pages.tsx";
import { SheetFiles } from "./sheet-files.tsx";
import { SheetVerdict } from "./sheet-verdict.tsx";
import { useBatch } from "./use-batch.ts";

type Step = "batch.start" | "batch.pause";

/** One batch, from the look at its cards to the last one that is out. */
export function OneBatch({ id }: { readonly id: string }) {
  const model = useModel();
  const { text, connection } = model;
  const words = text.batch;
  const { batch, fault } = useBatch(id);
  const acting = useAction();
  const isCancelling = useSignal(false);
  const view = batch.value;
  const act = (step: Step): void =>
    acting.run(async () => {
      batch.value = await connection.call(step, { batch: id });
    });
  const put = (changed: BatchView): void => {
    batch.value = changed;
  };
  if (!view)
    return (
      <main class="ti-body batch">
        <FaultNote fault={fault} />
      </main>
    );
  const isOver = view.state === "done" || view.state === "cancelled";
  const isFresh = view.state === "open";
  const verdict = view.sheets?.unproved[0];
  return (
    <main class="ti-body batch" data-testid="one-batch">
      <section class="sum">
        <div class="ti-grow">
          <h1>
            {view.state === "done"
              ? words.done(model.count(view.printed))
              : words.cards(model.count(view.count))}
          </h1>
          {view.printed > 0 && isOver ? <p class="ti-lead">{words.doneHint[view.target]}</p> : null}
          {view.frontOnly ? <p class="ti-meta">{text.print.backBlank}</p> : null}
        </div>
        <BatchState state={view.state} />
        {isOver ? null : (
          <button
            type="button"
            class="ti-btn"
            data-testid="batch-cancel"
            onClick={() => (isCancelling.value = true)}
          >
            {words.cancel}
          </button>
        )}
        <a class="ti-btn ti-btn-quiet" href={hashOf({ page: "print", id: BATCHES })}>
          <Icon name="layers" />
          {words.back}
        </a>
      </section>
      {isFresh ? null : <BatchProgress view={view} />}
      <FaultNote fault={acting.fault ?? fault} />
      <div class="batch-scroll">
        {isFresh ? <PreviewPages id={id} count={view.count} /> : null}
        <AskedCards view={view} onAnswer={put} />
        {verdict && view.sheets && view.device ? (
          <SheetVerdict key={verdict.sheet} batch={id} sheets={view.sheets} onSettled={put} />
        ) : null}
        {view.device === null && !isFresh && !isOver ? <SheetFiles view={view} onSettled={put} /> : null}
        {view.state === "running" && view.device && view.sheets && !verdict ? (
          <p class="ti-panel ti-pad ti-lead">{words.waitingSheets}</p>
        ) : null}
        <LeftOut view={view} />
      </div>
      <Next view={view} action={acting} isAsked={verdict !== undefined} onStep={act} />
      {isCancelling.value ? (
        <CancelBatch
          id={id}
          onClose={() => {
            isCancelling.value = false;
          }}
          onCancelled={put}
        />
      ) : null}
    </main>
  );
}

/** The one thing to do next. While a sheet waits for a verdict, that is the verdict's own button. */
function Next({
  view,
  action,
  isAsked,
  onStep,
}: {
  readonly view: BatchView;
  readonly action: Action;
  readonly isAsked: boolean;
  readonly onStep: (step: Step) => void;
}) {
  const model = useModel();
  const words = model.text.batch;
  if (view.state === "done" || view.state === "cancelled") {
    const fresh = (): void => model.router.go("print", FRESH_BATCH);
    return <MainButton icon="plus" label={words.fresh} onPress={fresh} />;
  }
  if (view.state === "open") {
    const label = view.device ? words.go(model.count(view.count)) : words.goFiles;
    return <MainButton icon="printer" label={label} action={action} onPress={() => onStep("batch.start")} />;
  }
  if (view.state === "paused" && !isAsked)
    return (
      <MainButton
        icon="play"
        label={words.proceed}
        action={action}
        blockedBy={view.asked.length > 0 ? words.answerFirst : undefined}
        onPress={() => onStep("batch.start")}
      />
    );
  if (view.state === "running" && view.device)
    return (
      <button
        type="button"
        class="ti-btn ti-btn-big"
        data-testid="batch-pause"
        onClick={() => onStep("batch.pause")}
      >
        <Icon name="pause" />
        {words.pause}
      </button>
    );
  return null;
}
