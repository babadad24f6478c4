import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { BoardCardView } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { BoardColumn } from "./board-column.tsx";
import { columnsOf, matches } from "./board-columns.ts";
import { BoardSaid, UndoToast } from "./board-said.tsx";
import { CardDialog } from "./card-dialog.tsx";
import { SpoilDialog } from "./spoil-dialog.tsx";
import { StockFoot } from "./stock-foot.tsx";
import { useBoard } from "./use-board.ts";

/** Columns are places; a card moves by its scan, or by its button. */
export function BoardPage() {
  const model = useModel();
  const { text, board } = model;
  const acts = useBoard();
  const wanted = useSignal("");
  const opened = useSignal<BoardCardView | undefined>(undefined);
  const spoiling = useSignal<BoardCardView | undefined>(undefined);
  const view = board.view.value;
  if (!view)
    return (
      <main class="ti-body board" data-testid="board" aria-busy="true">
        {text.board.loading}
      </main>
    );

  const columns = columnsOf(view);
  const cards =
    wanted.value.trim() === "" ? view.cards : view.cards.filter((card) => matches(card, wanted.value));
  const close = (): void => {
    opened.value = undefined;
  };
  return (
    <main class="ti-body board" data-testid="board">
      <h1 class="ti-vh">{text.board.title}</h1>
      <ScanStrip acts={acts} wanted={wanted} />
      <FaultNote fault={acts.acting.fault ?? model.scanFault.value} />
      <BoardSaid acts={acts} />
      {view.cards.length === 0 ? (
        <section class="ti-panel ti-pad empty">
          <Icon name="layers" size="large" />
          <div class="ti-grow">
            <strong>{text.board.emptyAll}</strong>
            <span class="ti-meta">{text.board.emptyHint}</span>
          </div>
        </section>
      ) : null}
      {view.cards.length > 0 && cards.length === 0 ? <p role="status">{text.board.noneFound}</p> : null}
      <div class="colsx" style={{ "--columns": columns.length }}>
        {columns.map((column) => (
          <BoardColumn
            key={column}
            {...{ column, view, cards, acts }}
            onOpen={(card) => {
              opened.value = card;
            }}
            onSpoil={(card) => {
              spoiling.value = card;
            }}
          />
        ))}
      </div>
      <StockFoot view={view} />
      <UndoToast acts={acts} />
      {opened.value ? (
        <CardDialog
          card={opened.value}
          onClose={close}
          onMove={(to) => {
            if (opened.value) acts.move(opened.value, to);
            close();
          }}
          onSpoil={() => {
            spoiling.value = opened.value;
            close();
          }}
        />
      ) : null}
      {spoiling.value ? (
        <SpoilDialog
          name={spoiling.value.fullName ?? text.board.someone}
          onClose={() => {
            spoiling.value = undefined;
          }}
          onReason={(reason) => {
            if (spoiling.value) acts.spoil(spoiling.value, reason);
            spoiling.value = undefined;
          }}
        />
      ) : null}
    </main>
  );
}

/** What a scan does now, what the last one did, and the search for who has no card at hand to scan. */
function ScanStrip({
  acts,
  wanted,
}: {
  readonly acts: ReturnType<typeof useBoard>;
  readonly wanted: { value: string };
}) {
  const model = useModel();
  const { text, board } = model;
  const field = useRef<HTMLInputElement>(null);
  const seen = useRef(board.findAsked.peek());
  useSignalEffect(() => {
    if (board.findAsked.value === seen.current) return;
    seen.current = board.findAsked.value;
    field.current?.focus();
    field.current?.select();
  });
  const said = acts.said.value;
  const station = acts.station.value;
  const last =
    said?.kind === "moved"
      ? text.board.last(
          said.card.fullName ?? text.board.someone,
          text.board.places[said.card.place],
          model.clock(said.at),
        )
      : text.board.lastNone;
  return (
    <div class="ti-scan" data-testid="scan-target">
      <Icon name="scan" size="large" />
      <span class="ti-grow">
        <strong class="sl">
          {station ? text.board.scanOnly(text.board.places[station]) : text.board.scan}
        </strong>
        <span class="sub" aria-live="polite">
          {last}
        </span>
      </span>
      <label class="board-find">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          class="ti-input"
          placeholder={text.board.find}
          aria-label={text.board.findLabel}
          data-testid="board-find"
          value={wanted.value}
          onInput={(event) => {
            wanted.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            wanted.value = "";
            event.currentTarget.blur();
          }}
        />
        <span class="ti-key">F2</span>
      </label>
    </div>
  );
}
