import type { DraftStandard } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { sheetWords as words } from "../../../messages/id-sheet.ts";
import { SheetHead, Signature } from "./standard-sheet.tsx";

/** The maklumat pelayanan: the promise as it hangs on the wall, signed by the head. */
export function NoticeSheet({ standard }: { readonly standard: DraftStandard }) {
  const { institution, service, promise, fees } = standard;
  return (
    <article class="sheet sheet-notice" lang="id" data-testid="notice-sheet">
      <SheetHead standard={standard} title={words.notice} />
      <p class="sheet-oath">{words.promise}</p>
      <dl class="sheet-facts">
        <dt>{words.promised}</dt>
        <dd>{promise?.published.text ?? "–"}</dd>
        <dt>{words.fee}</dt>
        <dd>{fees.text || "–"}</dd>
      </dl>
      <Signature office={service.signatoryOffice ?? `${words.head} ${institution.name}`} />
    </article>
  );
}
