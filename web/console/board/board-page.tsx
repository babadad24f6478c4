import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { completeStep } from "../desk/complete-step.ts";
import { useModel } from "../state/model.ts";
import { useScan } from "../state/use-scan.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { BoardCard } from "./board-card.tsx";
import { columnsOf, PLACES, type Place, placeOf } from "./board-columns.ts";

const ICON: Readonly<Record<Place, IconName>> = { "to-cut": "cut", "to-laminate": "layers", ready: "hand" };

interface Moved {
  readonly name: string;
  readonly to: Place | undefined;
  readonly at: Date;
}

/** Columns are places; a card moves by its scan, or by its button. */
export function BoardPage() {
  const model = useModel();
  const { text, desk, router } = model;
  const moving = useAction();
  const moved = useSignal<Moved | undefined>(undefined);
  const elsewhere = useSignal<CaseView | undefined>(undefined);
  const isUnknown = useSignal(false);
  const columns = columnsOf(desk.open.value);
  const title: Readonly<Record<Place, string>> = {
    "to-cut": text.board.toCut,
    "to-laminate": text.board.toLaminate,
    ready: text.board.ready,
  };

  const move = (view: CaseView): void =>
    moving.run(async () => {
      elsewhere.value = undefined;
      await completeStep(model, view);
      const after = desk.view(view.case);
      const name = view.member?.fullName ?? text.queue.applicant;
      moved.value = { name, to: after && placeOf(after), at: new Date() };
    });

  useScan(({ case: caseId, effect }) => {
    isUnknown.value = effect === "unknown";
    const view = caseId === null ? undefined : desk.view(caseId);
    if (!view || effect === "confirmed") return;
    const place = placeOf(view);
    if (place === "ready") router.go("desk", view.case);
    else if (place === undefined) elsewhere.value = view;
    else move(view);
  });

  const last = moved.value;
  const isEmpty = PLACES.every((place) => columns[place].length === 0);
  return (
    <main class="ti-body board" data-testid="board">
      <h1 class="ti-vh">{text.board.title}</h1>
      <div class="ti-scan" data-testid="scan-target">
        <Icon name="scan" size="large" />
        <span class="ti-grow">
          <strong class="sl">{text.board.scan}</strong>
          <span class="sub" aria-live="polite">
            {last
              ? text.board.last(last.name, last.to ? title[last.to] : text.board.done, model.clock(last.at))
              : text.board.lastNone}
          </span>
        </span>
      </div>
      <FaultNote fault={moving.fault ?? model.scanFault.value} />
      {isUnknown.value ? <Note tone="bad" title={text.scan.unknown} text={text.scan.unknownMend} /> : null}
      {elsewhere.value ? (
        <Note tone="warn" title={text.board.notHere} text={text.board.notHereMend}>
          <button
            type="button"
            class="ti-btn"
            onClick={() => elsewhere.value && router.go("desk", elsewhere.value.case)}
          >
            {text.scan.openCase}
          </button>
        </Note>
      ) : null}
      {isEmpty ? (
        <section class="ti-panel ti-pad empty">
          <Icon name="layers" size="large" />
          <div class="ti-grow">
            <strong>{text.board.emptyAll}</strong>
            <span class="ti-meta">{text.board.emptyHint}</span>
          </div>
        </section>
      ) : null}
      <div class="colsx">
        {PLACES.map((place) => (
          <section key={place} class="col" aria-label={title[place]} data-testid={`column-${place}`}>
            <header>
              <Icon name={ICON[place]} />
              <h3>{title[place]}</h3>
              <span class="ti-count">{columns[place].length}</span>
            </header>
            {columns[place].length === 0 ? (
              <p class="ti-meta col-empty">{text.board.empty}</p>
            ) : (
              <ul>
                {columns[place].map((view) => (
                  <BoardCard key={view.case} view={view} place={place} onMove={() => move(view)} />
                ))}
              </ul>
            )}
            {place === "ready" ? (
              <div class="colfoot">
                <p class="ti-meta">{text.board.readyHint}</p>
              </div>
            ) : null}
          </section>
        ))}
      </div>
    </main>
  );
}
