import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { Note } from "../../console/ui/note.tsx";
import { useCompanion } from "../companion-model.ts";
import { Drawer } from "../drawer/drawer.tsx";
import { GoButton } from "../drawer/go-button.tsx";
import type { InlislitePage } from "../pages/page.ts";
import { inBackground } from "../safely.ts";
import { CardRun } from "./card-run.ts";
import { KindChoice } from "./kind-choice.tsx";
import { RowLine } from "./row-line.tsx";

/** "Cetak & antre", for the page's member or for everybody ticked on a list. */
export function CardsPanel({ page }: { readonly page: InlislitePage }) {
  const model = useCompanion();
  const { text, panel } = model;
  const { cards } = text;
  const run = useMemo(() => {
    const { member } = page;
    return new CardRun(model, page, page.kind === "list" || !member ? page.selected() : [member]);
  }, []);
  const kind = useSignal<CaseView["kind"]>("new");
  const phase = run.phase.value;
  const all = run.rows.value.length;
  useEffect(() => {
    inBackground(() => run.check());
    return () => run.stop();
  }, []);

  if (all === 0) {
    return (
      <Drawer title={cards.title} closeLabel={text.bar.close} testid="cards-panel">
        <Note tone="warn" title={cards.none} text={cards.noneMend} testid="none-ticked" />
      </Drawer>
    );
  }
  const ready = run.count("ready");
  const failed = run.count("failed", "stopped");
  const { anyway } = run;
  const isWorking = phase === "checking" || phase === "printing";
  return (
    <Drawer title={cards.title} closeLabel={text.bar.close} testid="cards-panel">
      <Summary run={run} />
      {phase === "printing" || phase === "done" ? null : (
        <KindChoice
          kind={kind.value}
          onChange={(next) => {
            kind.value = next;
          }}
        />
      )}
      <ul class="rows" data-testid="card-rows">
        {run.rows.value.map((row) => (
          <RowLine key={row.requestKey} row={row} />
        ))}
      </ul>
      {phase === "ready" && ready > 0 ? (
        <GoButton
          icon="printer"
          label={cards.goMany(ready)}
          keyName="Enter"
          onPress={() => inBackground(() => run.print(kind.value))}
          testid="cards-print"
        />
      ) : null}
      {isWorking && all > 1 ? (
        <button type="button" class="ti-btn" data-testid="cards-stop" onClick={() => run.stop()}>
          {cards.stop}
        </button>
      ) : null}
      {phase === "done" || (phase === "ready" && ready === 0) ? (
        <div class="others">
          {failed > 0 ? (
            <button
              type="button"
              class="ti-btn"
              data-testid="cards-again"
              onClick={() => inBackground(() => run.again(kind.value))}
            >
              {cards.again}
            </button>
          ) : null}
          {anyway ? (
            <button
              type="button"
              class="ti-btn"
              data-testid="cards-anyway"
              onClick={() => inBackground(() => run.again(kind.value, anyway))}
            >
              {text.anyway[anyway]}
            </button>
          ) : null}
          <button
            type="button"
            class="ti-btn"
            data-testid="cards-close"
            onClick={() => {
              panel.value = undefined;
            }}
          >
            {cards.close}
          </button>
        </div>
      ) : null}
    </Drawer>
  );
}

/** How far it is, in one line and a bar with counts. */
function Summary({ run }: { readonly run: CardRun }) {
  const { cards } = useCompanion().text;
  const all = run.rows.value.length;
  const phase = run.phase.value;
  const held = run.count("held");
  const queued = run.count("queued");
  const done = phase === "checking" ? all - run.count("checking") : queued + run.count("failed", "stopped");
  const toDo = phase === "checking" ? all : all - held;
  const line =
    phase === "checking"
      ? cards.checking(done, all)
      : phase === "printing"
        ? cards.printing(done, toDo)
        : phase === "ready"
          ? [cards.ready(run.count("ready")), ...(held > 0 ? [cards.held(held)] : [])].join(" · ")
          : cards.done(queued, toDo);
  return (
    <div role="status" data-testid="cards-summary" data-phase={phase}>
      <p class="summary">
        <strong>{line}</strong>
      </p>
      {phase === "ready" ? null : (
        <div class="ti-bar">
          <i style={{ width: `${toDo === 0 ? 100 : Math.round((100 * done) / toDo)}%` }} />
        </div>
      )}
      {run.isStopped.value && phase === "done" ? <p class="ti-meta">{cards.stopped}</p> : null}
    </div>
  );
}
