import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { ScanOutcome } from "../state/desk-state.ts";
import { useModel } from "../state/model.ts";
import { useScan } from "../state/use-scan.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Note } from "../ui/note.tsx";
import { stationNow } from "./stations.ts";

/** Another member's card over a running case changes nothing; it offers that member's case. */
export function ScanOffer({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, router } = model;
  const offer = useSignal<ScanOutcome | undefined>(undefined);

  useScan((outcome) => {
    offer.value = outcome.case === view.case ? undefined : outcome;
  });

  const scan = offer.value;
  if (scan === undefined) return <FaultNote fault={model.scanFault.value} />;
  if (scan.effect === "unknown") {
    const isPrint = stationNow(view) === "print";
    return (
      <Note
        tone="bad"
        title={text.scan.unknown}
        text={isPrint ? text.scan.otherMend : text.scan.unknownMend}
        testid="scan-unknown"
      />
    );
  }
  const target = scan.case ?? scan.members[0]?.openCase;
  const isWrong = scan.effect === "not-this-card";
  return (
    <Note
      tone={isWrong ? "bad" : "warn"}
      title={isWrong ? text.scan.other : text.scan.otherCase}
      text={isWrong ? text.scan.otherMend : text.scan.otherCaseMend}
      testid="scan-other"
    >
      {target ? (
        <button type="button" class="ti-btn" onClick={() => router.go("desk", target)}>
          {text.scan.openCase}
        </button>
      ) : null}
    </Note>
  );
}
