import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";

/** How far the batch is, at what pace, and why it stands still where it does. */
export function BatchProgress({ view }: { readonly view: BatchView }) {
  const model = useModel();
  const words = model.text.batch;
  const { printed, count, stopped, state, leftMs } = view;
  return (
    <>
      <section class="batch-progress" data-testid="batch-progress">
        <strong>{words.printed(model.count(printed), model.count(count))}</strong>
        <progress class="batch-bar" max={count} value={printed} aria-label={words.title} />
        {state === "running" && leftMs !== null && leftMs > 0 ? (
          <span class="ti-num">{words.left(stopwatch(leftMs))}</span>
        ) : null}
      </section>
      {stopped ? (
        <Note
          tone="bad"
          title={
            stopped.item === null
              ? `${words.stopped}.`
              : `${words.stoppedAt(model.count(stopped.item + 1), stopped.name ?? "")}.`
          }
          text={stopped.text}
          testid="batch-stopped"
        />
      ) : null}
      {state === "paused" && !stopped ? <Note tone="idle" icon="pause" title={words.pausedByYou} /> : null}
    </>
  );
}
