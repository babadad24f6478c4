import { SlaLinks } from "../shell/sla-links.tsx";
import { PermittedPage } from "../sign-in/permitted-page.tsx";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { DraftPage } from "./editor/draft-page.tsx";
import { PublishedPage } from "./published-page.tsx";
import { useStandard } from "./use-standards.ts";

/** One version: a draft to be edited, or a published one to be read. */
export function OneStandard({ id, version }: { readonly id: string; readonly version: number | undefined }) {
  const { text, router } = useModel();
  const { details, loading, put } = useStandard(id, version);
  const found = details.value;
  if (!found)
    return (
      <main class="ti-body standards">
        <SlaLinks here="standards" />
        <FaultNote fault={loading.fault} />
        {loading.isSlow ? <p class="ti-meta">{text.busy.working}</p> : null}
      </main>
    );
  if (found.version.state !== "draft") return <PublishedPage details={found} put={put} />;
  return (
    <PermittedPage to="standard.save">
      <DraftPage from={{ ...found, id }} onBack={() => router.go("standards")} />
    </PermittedPage>
  );
}
