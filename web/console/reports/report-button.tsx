import { useSignal } from "@preact/signals";
import type { Period } from "../punctuality/period.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { ReportDialog } from "./report-dialog.tsx";

/** Reports of the days that the page shows. */
export function ReportButton({ period }: { readonly period: Period }) {
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
        <Icon name="down" />
        {text.reports.open}
      </button>
      {isOpen.value ? (
        <ReportDialog
          period={period}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </>
  );
}
