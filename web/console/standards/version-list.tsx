import { useSignal } from "@preact/signals";
import type { StandardSummary } from "../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../state/model.ts";
import { DiffDialog } from "./diff-dialog.tsx";
import { standardHash } from "./standard-paths.ts";
import { useEffective, VersionBadge } from "./version-badge.tsx";

type Version = StandardSummary["versions"][number];

/** Every version of a standard, newest first; each can be read, and compared with the one before it. */
export function VersionList({
  summary,
  shown,
}: {
  readonly summary: StandardSummary;
  readonly shown: number;
}) {
  const words = useModel().text.standards;
  const compared = useSignal<readonly [number, number] | undefined>(undefined);
  const { versions } = summary;
  return (
    <section class="ti-panel ti-pad versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{words.versions}</h2>
      <ul>
        {versions.map((version, index) => {
          const before = versions[index + 1];
          return (
            <li key={version.version}>
              <VersionLine id={summary.id} version={version} isShown={version.version === shown} />
              {before ? (
                <button
                  type="button"
                  class="ti-btn ti-btn-quiet"
                  data-testid={`diff-${version.version}`}
                  onClick={() => {
                    compared.value = [before.version, version.version];
                  }}
                >
                  {words.compare(before.version)}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {compared.value ? (
        <DiffDialog
          id={summary.id}
          from={compared.value[0]}
          to={compared.value[1]}
          onClose={() => {
            compared.value = undefined;
          }}
        />
      ) : null}
    </section>
  );
}

function VersionLine({
  id,
  version,
  isShown,
}: {
  readonly id: string;
  readonly version: Version;
  readonly isShown: boolean;
}) {
  const words = useModel().text.standards;
  const effective = useEffective(version);
  return (
    <span class="version-line">
      <a
        href={standardHash(id, version.version)}
        aria-current={isShown ? "page" : undefined}
        data-testid={`version-${version.version}`}
      >
        {words.version(version.version)}
      </a>
      <VersionBadge version={version} />
      <span class="ti-meta">{version.overtakenBy ? words.overtakenBy(version.overtakenBy) : effective}</span>
    </span>
  );
}
