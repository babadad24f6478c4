import type { LocalDate } from "../../../kernel/types.ts";
import type { Standard } from "../../../sla/standard.ts";
import type { StandardRecord, StandardVersion } from "../../../store/standard-store.ts";

/** `past`: a newer version holds, or its time is over. */
export type VersionState = "draft" | "in-force" | "not-yet" | "past";

/** One version of a standard, Titian's own or the library's. Titian's own have no file and no date. */
export interface KnownVersion {
  readonly version: number;
  readonly title: string;
  readonly stored: StandardVersion | undefined;
  readonly isDraft: boolean;
  readonly effectiveFrom: LocalDate | undefined;
  readonly effectiveTo: LocalDate | undefined;
}

/** Oldest first. */
export function versionsOf(
  preset: Standard | undefined,
  record: StandardRecord | undefined,
): readonly KnownVersion[] {
  const shipped: readonly KnownVersion[] = preset
    ? [
        {
          ...{ version: preset.version, title: preset.service.title, stored: undefined, isDraft: false },
          effectiveFrom: preset.effectiveFrom ?? undefined,
          effectiveTo: preset.effectiveTo ?? undefined,
        },
      ]
    : [];
  const own = (record?.versions ?? []).map((stored): KnownVersion => {
    const { version, title, effectiveFrom, effectiveTo } = stored;
    return { version, title, stored, isDraft: effectiveFrom === undefined, effectiveFrom, effectiveTo };
  });
  // A library's own stays its own when a later Titian ships a version of the same number.
  const isOwn = ({ version }: KnownVersion): boolean => own.some((one) => one.version === version);
  return [...shipped.filter((one) => !isOwn(one)), ...own].sort((a, b) => a.version - b.version);
}

/** Published versions whose days hold today, newest first: what a case is opened under, as far as its file can be read. */
export const inForceOn = (versions: readonly KnownVersion[], today: LocalDate): readonly KnownVersion[] =>
  versions
    .filter(({ isDraft, effectiveFrom = today, effectiveTo = today }) => {
      return !isDraft && effectiveFrom <= today && today <= effectiveTo;
    })
    .toReversed();

export function stateOf(
  version: KnownVersion,
  versions: readonly KnownVersion[],
  today: LocalDate,
): VersionState {
  if (version.isDraft) return "draft";
  if (inForceOn(versions, today)[0]?.version === version.version) return "in-force";
  return version.effectiveFrom !== undefined && version.effectiveFrom > today ? "not-yet" : "past";
}
