import { useSignal } from "@preact/signals";
import type { ReportKind } from "../../../src/bridge/protocol/report-shapes.ts";
import type { Period } from "../punctuality/period.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { ReportDialog } from "./report-dialog.tsx";

/** Reports of the days that the page shows. */
export function ReportButton({
  period,
  report,
}: {
  readonly period: Period;
  /** Which one is asked for first. */
  readonly report?: ReportKind;
}) {
  const { text } = useModel();
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="ti-btn pk-screen"
        data-testid="open-reports"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Icon name="sheet" />
        {text.reports.open}
      </button>
      {isOpen.value ? (
        <ReportDialog
          period={period}
          first={report}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </>
  );
}
