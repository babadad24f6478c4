import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { livePromiseMs } from "../desk/live-times.ts";
import { verdictsOf } from "../desk/verdict.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Icon } from "../ui/icons.tsx";
import type { Place } from "./board-columns.ts";

const FILL = {
  "on-time": "",
  met: "ti-fill-ok",
  near: "ti-fill-warn",
  late: "ti-fill-bad",
  missed: "ti-fill-bad",
  none: "",
};

/** Only the end of the number: enough to tell two cards apart on a table that everybody can see. */
const tail = (memberNo: string): string => (memberNo.length > 4 ? `…${memberNo.slice(-4)}` : memberNo);

export function BoardCard({
  view,
  place,
  onMove,
}: {
  readonly view: CaseView;
  readonly place: Place;
  readonly onMove: () => void;
}) {
  const { text, desk } = useModel();
  const live = desk.live(view.case) ?? { view, sinceMs: 0 };
  const netMs = livePromiseMs(live);
  const { published, stepSum } = verdictsOf(live);
  const judged = published.standing === "none" ? stepSum : published;
  const name = view.member?.fullName ?? text.queue.applicant;
  const number = view.member ? tail(view.member.memberNo) : text.member.noNumber;
  const isWaiting = view.channel === "in-person";
  return (
    <li class={isWaiting ? "kc jump" : "kc"} data-testid="board-card" data-case={view.case}>
      <strong class="two-lines" title={name}>
        {name}
      </strong>
      <span class="ti-meta ti-cut">
        {view.ticket ?? "–"} · {number} · {text.start.kinds[view.kind]}
      </span>
      <div class="tm">
        <span>{text.board.total}</span>
        <strong>
          {stopwatch(netMs)}
          {judged.limitMs === undefined ? "" : ` / ${stopwatch(judged.limitMs)}`}
        </strong>
      </div>
      {judged.limitMs === undefined ? null : (
        <div class="ti-bar">
          <i
            class={FILL[judged.standing]}
            style={{ width: `${Math.min(100, Math.round((netMs / judged.limitMs) * 100))}%` }}
          />
        </div>
      )}
      {place === "ready" ? (
        <a class="ti-btn" href={hashOf({ page: "desk", id: view.case })}>
          <Icon name="hand" />
          {text.board.atDesk}
        </a>
      ) : (
        <button type="button" class="ti-btn" data-testid="board-move" onClick={onMove}>
          <Icon name="check" />
          {place === "to-cut" ? text.board.cut : text.board.laminated}
        </button>
      )}
    </li>
  );
}
