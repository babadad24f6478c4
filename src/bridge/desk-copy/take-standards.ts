import type { LocalDate } from "../../kernel/types.ts";
import type { StandardRecord } from "../../store/standard-store.ts";
import type { Store } from "../../store/store.ts";
import type { Contents } from "./contents.ts";
import type { Taken } from "./taken.ts";

type Published = Contents["standards"][number];
type Shelf = Pick<Store, "standards" | "standardFiles">;

/** Every published version, oldest first. A draft is somebody's unfinished work. */
export const publishedIn = (records: readonly StandardRecord[]): Published[] =>
  records.flatMap(({ id, versions }) =>
    versions.flatMap(({ version, sha256, title, effectiveFrom, effectiveTo }) =>
      effectiveFrom === undefined
        ? []
        : [{ id, version, sha256, title, effectiveFrom, effectiveTo: effectiveTo ?? null }],
    ),
  );

/**
 * Under its own number and dates. A published version is never changed: where this desk has another under the same number, or a
 * newer one, its own stays.
 */
export function takeStandard(
  { id, version, title, sha256, effectiveFrom, effectiveTo }: Published,
  bytes: Uint8Array,
  { standards, standardFiles }: Shelf,
): Taken {
  const own = standards.all().find((one) => one.id === id)?.versions ?? [];
  const same = own.find((one) => one.version === version);
  const named = { part: "standard", name: `${title} (v${version})` } as const;
  if (same?.sha256 === sha256 && same.effectiveFrom !== undefined) return { ...named, outcome: "same" };
  if (same) return { ...named, outcome: "differs-here" };
  if (own.some((one) => one.version > version)) return { ...named, outcome: "newer-here" };
  standardFiles.put(bytes);
  // Throws where what lies on the disk now is not what was put: the log names no file that cannot be read.
  standardFiles.get(sha256);
  standards.published(id, {
    ...{ version, sha256, title },
    ...{ effectiveFrom: effectiveFrom as LocalDate, effectiveTo: effectiveTo as LocalDate | null },
  });
  return { ...named, outcome: "taken" };
}
