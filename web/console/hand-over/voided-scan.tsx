import { useSignal } from "@preact/signals";
import type { ScanOutcome } from "../state/desk-state.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useScan } from "../state/use-scan.ts";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";

/** A card that was reported lost or damaged says so at once, on whichever page it is scanned. */
export function VoidedScan() {
  const model = useModel();
  const { text } = model;
  const shown = useSignal<ScanOutcome | undefined>(undefined);
  useScan((outcome) => {
    shown.value = outcome.voided ? outcome : undefined;
  });
  const voided = shown.value?.voided;
  if (!voided) return null;
  const close = (
    <button
      type="button"
      class="ti-btn ti-btn-quiet square"
      aria-label={text.app.close}
      data-testid="voided-close"
      onClick={() => {
        shown.value = undefined;
      }}
    >
      <Icon name="x" />
    </button>
  );
  if (voided.standing === "replaced") {
    // It helps only where somebody is about to be served with the card; at the board every second card would say it.
    if (shown.value?.effect !== "member-found") return null;
    return (
      <div class="banner">
        <Note
          tone="warn"
          title={text.voided.replaced(model.moment(voided.replacedAt ?? voided.since))}
          text={text.voided.replacedMend}
          testid="card-replaced"
        >
          {close}
        </Note>
      </div>
    );
  }
  return (
    <div class="banner">
      <Note
        tone="bad"
        icon="block"
        title={text.voided[voided.reason](model.moment(voided.since))}
        text={text.voided.mend}
        testid="card-voided"
      >
        <a class="ti-btn" href={hashOf({ page: "desk", id: voided.case })}>
          {text.voided.openCase}
        </a>
        {close}
      </Note>
    </div>
  );
}
