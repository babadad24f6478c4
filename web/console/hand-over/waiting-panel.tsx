import { useSignal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { BulkDialog } from "./bulk-dialog.tsx";
import { UncollectedDialog } from "./uncollected-dialog.tsx";
import { isLoose, useWaitingHandovers } from "./use-waiting.ts";

/** Belum diambil: finished cards that lie here too long, and batches that can be given away together. Empty, it takes no room. */
export function WaitingPanel() {
  const model = useModel();
  const { text } = model;
  const found = useWaitingHandovers(0);
  const opened = useSignal<"uncollected" | "bulk" | undefined>(undefined);
  const close = (): void => {
    opened.value = undefined;
  };
  if (!found) return null;
  const late = found.cards.filter(({ days }) => days >= found.afterDays);
  const loose = found.cards.filter(isLoose);
  if (late.length === 0 && loose.length === 0 && !opened.value) return null;
  return (
    <section
      class="ti-panel ti-pad uncollected"
      aria-label={text.uncollected.title}
      data-testid="uncollected"
    >
      <div class="ti-head">
        <h3>{text.uncollected.title}</h3>
        {late.length > 0 ? (
          <span class="ti-meta">{text.uncollected.count(model.count(late.length), found.afterDays)}</span>
        ) : null}
      </div>
      <div class="uncollected-acts">
        {late.length > 0 ? (
          <button
            type="button"
            class="ti-btn"
            data-testid="uncollected-show"
            onClick={() => {
              opened.value = "uncollected";
            }}
          >
            <Icon name="clock" />
            {text.uncollected.show}
          </button>
        ) : null}
        {loose.length > 0 ? (
          <button
            type="button"
            class="ti-btn"
            data-testid="bulk-show"
            onClick={() => {
              opened.value = "bulk";
            }}
          >
            <Icon name="layers" />
            {text.bulk.show(model.count(loose.length))}
          </button>
        ) : null}
      </div>
      {opened.value === "uncollected" ? (
        <UncollectedDialog cards={late} afterDays={found.afterDays} onClose={close} />
      ) : null}
      {opened.value === "bulk" ? <BulkDialog cards={loose} onClose={close} /> : null}
    </section>
  );
}
