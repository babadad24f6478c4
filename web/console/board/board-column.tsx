import type { BoardCardView, BoardView } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { BoardCard } from "./board-card.tsx";
import { type Column, columnOf } from "./board-columns.ts";
import { MachineLine } from "./machine-line.tsx";
import { RunCard } from "./run-card.tsx";
import { StartButton } from "./start-button.tsx";
import type { BoardActs } from "./use-board.ts";

const ICON: Readonly<Record<Column, IconName>> = {
  "to-cut": "cut",
  "to-laminate": "layers",
  "in-machine": "heat",
  inspect: "eye",
  ready: "hand",
};

interface Props {
  readonly column: Column;
  readonly view: BoardView;
  /** Those that the search leaves. */
  readonly cards: readonly BoardCardView[];
  readonly acts: BoardActs;
  readonly onOpen: (card: BoardCardView) => void;
  readonly onSpoil: (card: BoardCardView) => void;
}

/** A place, with what lies in it; its head says whether scans are for this place alone. */
export function BoardColumn(props: Props) {
  const { column, acts } = props;
  const { text } = useModel();
  const cards = props.cards.filter((card) => columnOf(card) === column);
  const title = text.board.places[column];
  const isStation = acts.station.value === column;
  return (
    <section class="col" aria-label={title} data-testid={`column-${column}`}>
      <header>
        <Icon name={ICON[column]} />
        <h3>{title}</h3>
        <button
          type="button"
          class="ti-btn ti-btn-quiet square station"
          aria-pressed={isStation}
          aria-label={isStation ? text.board.everywhere : text.board.onlyHere(title)}
          title={isStation ? text.board.everywhere : text.board.onlyHere(title)}
          data-testid={`station-${column}`}
          onClick={() => {
            acts.station.value = isStation ? undefined : column;
          }}
        >
          <Icon name="scan" size="small" />
        </button>
        <span class="ti-count">{cards.length}</span>
      </header>
      {cards.length === 0 ? (
        <p class="ti-meta col-empty">{text.board.empty}</p>
      ) : (
        <List {...props} cards={cards} />
      )}
      <Foot {...props} cards={cards} />
    </section>
  );
}

function List({ column, view, cards, acts, onOpen, onSpoil }: Props) {
  if (column === "in-machine") {
    return (
      <ul>
        {view.runs.map((run) => (
          <RunCard
            key={run.lamination}
            run={run}
            cards={cards.filter((card) => card.lamination?.lamination === run.lamination)}
            acting={acts.acting}
            onOpen={onOpen}
          />
        ))}
      </ul>
    );
  }
  return (
    <ul>
      {cards.map((card) => (
        <BoardCard
          key={card.job}
          card={card}
          onOpen={() => onOpen(card)}
          onMove={(to) => acts.move(card, to)}
          onSpoil={() => onSpoil(card)}
        />
      ))}
    </ul>
  );
}

function Foot({ column, view, cards, acts }: Props) {
  const { text } = useModel();
  switch (column) {
    case "to-cut":
      return <SheetButtons cards={cards} acting={acts.acting} />;
    case "to-laminate":
      return (
        <div class="colfoot">
          {cards.length > 0 ? <StartButton cards={cards} view={view} acts={acts} /> : null}
        </div>
      );
    case "in-machine":
      return (
        <div class="colfoot">
          {view.machines.map((machine) => (
            <MachineLine
              key={machine.machine}
              machine={machine}
              isWanted={view.cards.some(({ place }) => place === "to-cut" || place === "to-laminate")}
              acting={acts.acting}
            />
          ))}
        </div>
      );
    default:
      return (
        <div class="colfoot">
          <p class="ti-meta">{column === "inspect" ? text.board.inspectHint : text.board.readyHint}</p>
        </div>
      );
  }
}

/** A sheet is cut in one go. */
function SheetButtons({
  cards,
  acting,
}: {
  readonly cards: readonly BoardCardView[];
  readonly acting: BoardActs["acting"];
}) {
  const { text, connection, board } = useModel();
  const sheets = sheetsOf(cards);
  const areOfOneBatch = new Set(sheets.map(({ batch }) => batch)).size === 1;
  return (
    <div class="colfoot">
      {sheets.slice(0, 2).map(({ batch, sheet }) => (
        <button
          key={`${batch} ${sheet}`}
          type="button"
          class="ti-btn"
          data-testid="sheet-cut"
          onClick={() =>
            acting.run(async () => {
              await connection.call("sheet.cut", { batch, sheet });
              await board.refresh();
            })
          }
        >
          <Icon name="check" />
          {text.board.sheetCut(areOfOneBatch ? String(sheet) : `${marginNameOf(batch)} ${sheet}`)}
        </button>
      ))}
    </div>
  );
}

/** Each once, in the order in which their cards lie. */
function sheetsOf(cards: readonly BoardCardView[]): readonly NonNullable<BoardCardView["sheet"]>[] {
  const sheets = new Map<string, NonNullable<BoardCardView["sheet"]>>();
  for (const { sheet } of cards) if (sheet) sheets.set(`${sheet.batch} ${sheet.sheet}`, sheet);
  return [...sheets.values()].sort((a, b) => a.batch.localeCompare(b.batch) || a.sheet - b.sheet);
}

/** How the sheet's own margin names its batch. */
const marginNameOf = (batch: string): string => batch.slice(-8);
