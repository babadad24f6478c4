import type { DesignRecord, DesignVersion } from "../cards/design-records.ts";

export interface StateRow {
  readonly name: string;
  readonly approved: number | null;
  readonly is_withdrawn: number;
  readonly updated_at: number;
}

export interface VersionRow {
  readonly desk: string;
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly saved_at: number;
}

/**
 * What several desks have saved and said of designs, as one shelf. `states` and `versions` come in the order of all desks. Of
 * two desks that saved a version while they were apart, the first one is that version for all; the other's stays with its own
 * desk as the next one, not approved. The newest word on what is approved or withdrawn holds.
 */
export function libraryDesigns(
  desk: string,
  states: readonly StateRow[],
  versions: readonly VersionRow[],
): readonly DesignRecord[] {
  const names = [...new Set(states.map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const state = states.findLast((row) => row.name === name);
    const known = versionsFor(
      desk,
      versions.filter((row) => row.name === name),
    );
    if (!state || known.length === 0) return [];
    return [
      {
        name,
        versions: known,
        approved: state.approved ?? undefined,
        isWithdrawn: state.is_withdrawn === 1,
        updatedAt: new Date(state.updated_at),
      },
    ];
  });
}

function versionsFor(desk: string, rows: readonly VersionRow[]): readonly DesignVersion[] {
  const first = new Map<number, VersionRow>();
  for (const row of rows) if (!first.has(row.version)) first.set(row.version, row);
  const own = rows.filter((row) => row.desk === desk).toSorted((a, b) => a.version - b.version);
  const last = own.at(-1);
  const library = [...first.values()].toSorted((a, b) => a.version - b.version).map(toVersion);
  const newest = library.at(-1)?.version ?? 0;
  const owner = last && first.get(last.version);
  return last && owner && owner !== last
    ? [...library, { ...toVersion(last), version: newest + 1, overtakenBy: owner.desk }]
    : library;
}

const toVersion = ({ version, sha256, title, saved_at }: VersionRow): DesignVersion => ({
  ...{ version, sha256, title },
  savedAt: new Date(saved_at),
});
