import type { StandardDetails } from "../../../src/bridge/protocol/standard-shapes.ts";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Permitted } from "../ui/permitted.tsx";
import { IssueList } from "./issue-list.tsx";
import { StandardSheet } from "./print/standard-sheet.tsx";
import { standardHash } from "./standard-paths.ts";
import { useEffective, VersionBadge } from "./version-badge.tsx";
import { VersionList } from "./version-list.tsx";

/** A published version as it is printed, with what does not add up in it and what the library says to that. */
export function PublishedPage({
  details,
  put,
}: {
  readonly details: StandardDetails;
  readonly put: (details: StandardDetails) => void;
}) {
  const { text, connection, router } = useModel();
  const words = text.standards;
  const acting = useAction();
  const { summary, version, standard } = details;
  const { id } = summary;
  const draft = summary.versions.find(({ state }) => state === "draft");
  const effective = useEffective(version);
  const isHidden = summary.isWithdrawn;
  const edit = (): void =>
    acting.run(async () => {
      const request = { id, standard: undated(standard), expects: null };
      showDraft(
        draft
          ? await connection.call("standard.get", { id })
          : await connection.call("standard.save", request),
      );
    });
  const showDraft = (next: StandardDetails): void => {
    put(next);
    router.go("standards", id);
  };
  const turn = (): void =>
    acting.run(async () => {
      const now = await connection.call(isHidden ? "standard.restore" : "standard.withdraw", { id });
      put({ ...details, summary: now });
    });
  return (
    <main class="ti-body standards" data-testid="published">
      <SlaLinks here="standards" />
      <section class="sum">
        <div class="ti-grow">
          <h1 class="ti-cut" title={standard.service.title}>
            {standard.service.title}
          </h1>
          <p class="ti-meta">
            {words.version(version.version)} {effective === "" ? "" : `· ${effective}`}
          </p>
        </div>
        <VersionBadge version={version} />
        <a class="ti-btn" href={standardHash(id, version.version, "standard")} data-testid="print-standard">
          <Icon name="printer" />
          {words.printStandard}
        </a>
        <a class="ti-btn" href={standardHash(id, version.version, "notice")} data-testid="print-notice">
          <Icon name="printer" />
          {words.printNotice}
        </a>
        <Permitted to="standard.save">
          <button
            type="button"
            class="ti-btn ti-btn-go"
            data-testid="new-version"
            aria-busy={acting.isBusy}
            onClick={edit}
          >
            <Icon name="pen" />
            {draft ? words.openDraft : words.newVersion}
          </button>
        </Permitted>
      </section>
      <FaultNote fault={acting.fault} />
      <div class="one-published">
        <div class="published-sheet ti-panel">
          <StandardSheet standard={standard} />
        </div>
        <aside class="published-side">
          <IssueList id={id} standard={standard} mayAnswer={isNewest(details)} onAnswered={showDraft} />
          <VersionList summary={summary} shown={version.version} />
          <Permitted to={isHidden ? "standard.restore" : "standard.withdraw"}>
            <button type="button" class="ti-btn" data-testid="withdraw" onClick={turn}>
              <Icon name={isHidden ? "check" : "block"} />
              {isHidden ? words.restore : words.withdraw}
            </button>
            <p class="ti-meta">{isHidden ? words.restoreHint : words.withdrawHint}</p>
          </Permitted>
        </aside>
      </div>
    </main>
  );
}

const isNewest = ({ summary, version }: StandardDetails): boolean =>
  summary.versions[0]?.version === version.version;

/** A new version has dates of its own. */
const undated = (standard: StandardDetails["standard"]): StandardDetails["standard"] => ({
  ...standard,
  effectiveFrom: null,
  effectiveTo: null,
});
