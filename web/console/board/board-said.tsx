import { useEffect } from "preact/hooks";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";
import type { BoardActs, Said } from "./use-board.ts";

/** As long as an undo is offered, unless the hand is already on it, ms. */
const TOAST_MS = 6_000;

/** What the last scan or press came to, where that needs more than a line. */
export function BoardSaid({ acts }: { readonly acts: BoardActs }) {
  const { text, router } = useModel();
  const said = acts.said.value;
  const words = text.board;
  if (said === undefined || said.kind === "moved") return null;
  if (said.kind === "unknown")
    return <Note tone="bad" title={text.scan.unknown} text={text.scan.unknownMend} testid="board-said" />;
  if (said.kind === "no-card")
    return <Note tone="warn" title={words.noCard} text={words.noCardMend} testid="board-said" />;
  if (said.kind === "not-here") {
    return (
      <Note tone="warn" title={words.notHere} text={words.notHereMend} testid="board-said">
        <button type="button" class="ti-btn" onClick={() => router.go("desk", said.case)}>
          {text.scan.openCase}
        </button>
      </Note>
    );
  }
  return <AboutCard said={said} acts={acts} />;
}

function AboutCard({
  said,
  acts,
}: {
  readonly said: Exclude<Said, { kind: "moved" | "unknown" | "no-card" | "not-here" }>;
  readonly acts: BoardActs;
}) {
  const { text } = useModel();
  const words = text.board;
  const { card } = said;
  const name = card.fullName ?? words.someone;
  const place = words.places[card.place];
  switch (said.kind) {
    case "elsewhere": {
      const does = card.place in words.does ? words.does[card.place as keyof typeof words.does] : undefined;
      return (
        <Note tone="warn" title={words.elsewhere(name, place)} text={does} testid="board-said">
          {does && card.place !== "ready" ? (
            <button type="button" class="ti-btn" data-testid="move-anyway" onClick={() => acts.move(card)}>
              {card.next === null ? place : words.moveTo(words.places[card.next])}
            </button>
          ) : null}
        </Note>
      );
    }
    case "cooling":
      return (
        <Note
          tone="warn"
          title={words.cooling(name, stopwatch(said.leftMs))}
          text={words.coolingMend}
          testid="board-said"
        />
      );
    case "held":
      return <Note tone="warn" title={words.isHeld(name)} text={words.isHeldMend} testid="board-said" />;
    case "at-desk":
      return <Note tone="ok" title={words.isReady(name)} text={words.isReadyMend} testid="board-said" />;
    case "gone":
      return (
        <Note tone="bad" title={words.isGone(name, place)} text={words.isGoneMend} testid="board-said" />
      );
    case "reprinting":
      return <Note tone="ok" title={words.reprinting(name)} testid="board-said" />;
    case "spoiled":
      return (
        <Note
          tone="warn"
          title={words.spoiled(name)}
          text={card.case ? words.spoilLead : words.reprintElsewhere}
          testid="board-said"
        >
          {card.case ? (
            <button
              type="button"
              class="ti-btn ti-btn-go"
              data-testid="reprint-now"
              onClick={() => acts.reprint(card, said.reason)}
            >
              {words.reprintNow}
            </button>
          ) : null}
        </Note>
      );
  }
}

/** Success that can be undone: bottom right, for six seconds, and for as long as somebody is about to press it. */
export function UndoToast({ acts }: { readonly acts: BoardActs }) {
  const { text } = useModel();
  const said = acts.said.value;
  const isShown = said?.kind === "moved" && said.mayUndo;
  useEffect(() => {
    if (!isShown) return;
    const hide = setInterval(() => {
      const isUnderHand = document.querySelector(".board-toast:hover, .board-toast:focus-within") !== null;
      if (isUnderHand || acts.said.peek() !== said) return;
      acts.said.value = { ...said, mayUndo: false };
    }, TOAST_MS);
    return () => clearInterval(hide);
  }, [said]);
  if (!isShown) return null;
  const { card } = said;
  return (
    <div class="board-toast" role="status" data-testid="undo-toast">
      <span>{text.board.moved(card.fullName ?? text.board.someone, text.board.places[card.place])}</span>
      <button type="button" class="ti-btn ti-btn-quiet" data-testid="undo" onClick={() => acts.undo(card)}>
        {text.board.undo}
      </button>
    </div>
  );
}
