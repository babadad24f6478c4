import { useModel } from "../../state/model.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { type Sheet, standardHash } from "../standard-paths.ts";
import { useStandard } from "../use-standards.ts";
import { NoticeSheet } from "./notice-sheet.tsx";
import { StandardSheet } from "./standard-sheet.tsx";

/** Sheets of A4 on the screen, and nothing else of the page on paper. */
export function PrintPage({
  id,
  version,
  sheet,
}: {
  readonly id: string;
  readonly version: number | undefined;
  readonly sheet: Sheet;
}) {
  const { text } = useModel();
  const words = text.standards;
  const { details, loading } = useStandard(id, version);
  const standard = details.value?.standard;
  return (
    <main class="ti-body print-page" data-testid="print-page">
      <section class="sum print-tools">
        <div class="ti-grow">
          <h1>{sheet === "standard" ? words.printStandard : words.printNotice}</h1>
          <p class="ti-meta">{words.printLead}</p>
        </div>
        <a class="ti-btn" href={standardHash(id, version)}>
          {text.app.back}
        </a>
        <button
          type="button"
          class="ti-btn ti-btn-go"
          data-testid="print-now"
          disabled={!standard}
          onClick={() => window.print()}
        >
          <Icon name="printer" />
          {words.print}
        </button>
      </section>
      <FaultNote fault={loading.fault} />
      <div class="paper">
        {standard && sheet === "standard" ? <StandardSheet standard={standard} /> : null}
        {standard && sheet === "notice" ? <NoticeSheet standard={standard} /> : null}
      </div>
    </main>
  );
}
