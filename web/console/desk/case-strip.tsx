import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { stopwatch } from "../format/time.ts";
import { placeWords } from "../passing/place-words.ts";
import { isClosed } from "../state/desk-state.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { CaseMenu } from "./case-menu.tsx";
import { livePromiseMs } from "./live-times.ts";
import { PauseDialog } from "./pause-dialog.tsx";
import { type Judgement, verdictsOf } from "./verdict.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

/** Queue number, kind, name; total time, time left, verdict; Jeda. */
export function CaseStrip({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, desk, connection } = model;
  const isPausing = useSignal(false);
  const resuming = useAction();
  const name = view.member?.fullName ?? text.queue.applicant;
  const about = [
    view.ticket ? text.case.ticket(view.ticket) : undefined,
    view.queueMs === null ? undefined : text.tickets.queued(stopwatch(view.queueMs)),
    text.start.kinds[view.kind],
    view.member ? text.case.memberNo(view.member.memberNo) : text.member.noNumber,
    view.cardPlace === null ? undefined : text.cardPlace[view.cardPlace],
    view.holder === null
      ? undefined
      : text.passing.with(placeWords(view.holder, text), model.moment(view.holder.since)),
  ].filter((part) => part !== undefined);
  return (
    <section class="ti-case" aria-label={text.case.label}>
      <div class="ti-grow">
        <p class="ti-meta ti-cut">{about.join(" · ")}</p>
        <h2 class="ti-cut" title={name}>
          {name}
        </h2>
      </div>
      <Total view={view} />
      {isClosed(view) ? null : (
        <>
          {view.status === "paused" ? null : (
            <button
              type="button"
              class="ti-btn"
              data-testid="pause"
              onClick={() => {
                isPausing.value = true;
              }}
            >
              <Icon name="pause" />
              {text.case.pause}
            </button>
          )}
          <CaseMenu view={view} />
        </>
      )}
      {isPausing.value ? (
        <PauseDialog
          onClose={() => {
            isPausing.value = false;
          }}
          onPause={(reason) =>
            resuming.run(async () => {
              desk.putCase(await connection.call("case.pause", { case: view.case, reason }));
              isPausing.value = false;
            })
          }
          fault={<FaultNote fault={resuming.fault} />}
        />
      ) : null}
    </section>
  );
}

function Total({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, desk } = model;
  const live = desk.live(view.case) ?? { view, sinceMs: 0 };
  const netMs = livePromiseMs(live);
  const { published, stepSum, isTwofold } = verdictsOf(live);
  const standingWord = ({ leftMs: left }: Judgement): string =>
    left !== undefined && left < 0 ? text.verdict.over(stopwatch(-left)) : text.verdict.kept;
  const limit = published.limitMs ?? stepSum.limitMs;
  const isDouble = published.limitMs !== undefined && stepSum.limitMs !== undefined;
  const of = isDouble
    ? text.case.ofTwo(stopwatch(published.limitMs ?? 0), stopwatch(stepSum.limitMs ?? 0))
    : limit === undefined
      ? view.standard.publishedText
      : text.case.of(stopwatch(limit));
  const leftMs = published.leftMs ?? stepSum.leftMs;
  const left = isClosed(view)
    ? ""
    : isTwofold
      ? text.verdict.twoDetail(standingWord(published), standingWord(stepSum))
      : leftMs !== undefined
        ? leftMs >= 0
          ? text.case.left(stopwatch(leftMs))
          : text.case.over(stopwatch(-leftMs))
        : view.promise.dueAt
          ? text.case.due(model.moment(view.promise.dueAt))
          : "";
  return (
    <div class="total" role="timer" aria-label={text.case.total(stopwatch(netMs), of)}>
      <span class="ti-timer" data-testid="case-timer">
        {stopwatch(netMs)}
      </span>
      <span class="ti-of">
        {of}
        <br />
        <strong>{left}</strong>
      </span>
      <VerdictBadge live={live} />
    </div>
  );
}
