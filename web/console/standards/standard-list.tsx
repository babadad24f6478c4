import type { StandardSummary } from "../../../src/bridge/protocol/standard-shapes.ts";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Badge } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Permitted } from "../ui/permitted.tsx";
import { NEW, standardHash } from "./standard-paths.ts";
import { useStandards } from "./use-standards.ts";
import { useEffective, VersionBadge } from "./version-badge.tsx";

/** Every standard of this desk: the library's own first, then those that came with Titian. */
export function StandardList() {
  const { text } = useModel();
  const words = text.standards;
  const { all, loading } = useStandards();
  const listed = all.value ?? [];
  const own = listed.filter(({ source, isDefault }) => source === "library" || isDefault);
  const shipped = listed.filter((standard) => !own.includes(standard));
  return (
    <main class="ti-body standards" data-testid="standards">
      <SlaLinks here="standards" />
      <section class="sum">
        <div class="ti-grow">
          <h1>{words.title}</h1>
          <p class="ti-lead">{words.lead}</p>
        </div>
        <Permitted to="standard.import">
          <a class="ti-btn ti-btn-go" href={hashOf({ page: "standards", id: NEW })} data-testid="import-new">
            <Icon name="page" />
            {words.import}
          </a>
        </Permitted>
      </section>
      <FaultNote fault={loading.fault} />
      {all.value === undefined && loading.isSlow ? <p class="ti-meta">{text.busy.working}</p> : null}
      <div class="standards-scroll">
        <Group title={words.own} standards={own} />
        <Group title={words.shipped} standards={shipped} areSamples />
      </div>
    </main>
  );
}

function Group({
  title,
  standards,
  areSamples = false,
}: {
  readonly title: string;
  readonly standards: readonly StandardSummary[];
  /** Of other libraries: in force there, and nothing is judged by them here. */
  readonly areSamples?: boolean;
}) {
  if (standards.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 class="ti-cap">{title}</h2>
      <ul class="standard-rows">
        {standards.map((standard) => (
          <li key={standard.id}>
            <Row standard={standard} isSample={areSamples} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ standard, isSample }: { readonly standard: StandardSummary; readonly isSample: boolean }) {
  const { text } = useModel();
  const words = text.standards;
  const { id, title, institution, isDefault, isWithdrawn, versions, publishedText, openIssues, isReadable } =
    standard;
  const [newest] = versions;
  return (
    <a class="ti-panel standard-row" href={standardHash(id)} data-testid={`standard-${id}`}>
      <span class="ti-grow">
        <strong class="two-lines">{title || words.untitled}</strong>
        <span class="ti-meta ti-cut">{institution}</span>
      </span>
      {isDefault ? <Badge tone="run" icon="hand" text={words.isDefault} /> : null}
      {isWithdrawn ? <Badge tone="idle" icon="block" text={words.withdrawn} /> : null}
      {isReadable ? null : <Badge tone="bad" icon="alert" text={words.unreadable} />}
      {openIssues > 0 ? <span class="ti-meta">{words.openIssues(openIssues)}</span> : null}
      <span class="standard-promise">{publishedText ?? "–"}</span>
      {newest ? <Version version={newest} isSample={isSample} /> : null}
      <Icon name="right" size="small" />
    </a>
  );
}

function Version({
  version,
  isSample,
}: {
  readonly version: StandardSummary["versions"][number];
  readonly isSample: boolean;
}) {
  const { text } = useModel();
  const effective = useEffective(version);
  return (
    <span class="standard-version">
      {isSample ? null : <VersionBadge version={version} />}
      <span class="ti-meta">
        {text.standards.version(version.version)}
        {effective === "" ? "" : ` · ${effective}`}
      </span>
    </span>
  );
}
