import { requirementsFor, type Service } from "./service.ts";
import type { HowMany, Requirement, Standard } from "./standard.ts";

/** One sort of applicant that a standard tells apart: by what they bring, or by not serving them. */
export interface Category {
  /** As results are counted by it: the names for which the same lines hold, `sd+smp+sma`. */
  readonly key: string;
  readonly isServed: boolean;
  /** The document does not name it; the reading is ours. */
  readonly isInferred: boolean;
  /** The document's lines that are about it, in its order. */
  readonly lines: readonly Requirement[];
}

/** What the log and the figures take of a name. */
const LONGEST_KEY = 120;

/**
 * In the order of the document, those that a line turns away after those whom it serves. Empty where everybody is asked
 * for the same, and for a lost or damaged card where the document asks every loser for the same.
 */
export function categoriesFor(standard: Standard, service: Service): readonly Category[] {
  const lines = requirementsFor(standard, service);
  return lines.flatMap((line) => [
    ...servedFrom(line, lines),
    ...line.excludes.map((name) => turnedAway(name, line)),
  ]);
}

/** Of the categories that this line is the first to name: those for whom all the same lines hold are one. */
function servedFrom(line: Requirement, lines: readonly Requirement[]): readonly Category[] {
  const linesFor = (name: string) => lines.filter(({ categories }) => categories.includes(name));
  const groups = new Map<string, readonly string[]>();
  for (const name of line.categories) {
    const own = linesFor(name);
    if (own[0] !== line) continue;
    const holds = own.map(({ id }) => id).join("\n");
    groups.set(holds, [...(groups.get(holds) ?? []), name]);
  }
  return [...groups.values()].map((names) => {
    const own = linesFor(names[0] ?? "");
    const isInferred = own.some(({ appliesToBasis }) => appliesToBasis !== null);
    return { key: names.join("+").slice(0, LONGEST_KEY), isServed: true, isInferred, lines: own };
  });
}

const turnedAway = (name: string, line: Requirement): Category => ({
  ...{ key: name.slice(0, LONGEST_KEY), isServed: false, isInferred: false, lines: [line] },
});

/** The checklist of one sort of applicant; without a category, everything that the service may ask for. */
export function papersFor(
  standard: Standard,
  service: Service,
  category: string | undefined,
): readonly Requirement[] {
  const lines = requirementsFor(standard, service);
  const chosen = categoriesFor(standard, service).find(({ key }) => key === category);
  if (!chosen) return lines;
  const own = chosen.isServed ? chosen.lines : [];
  return lines.filter((line) => line.categories.length === 0 || own.includes(line));
}

/** The documents that a line names, and how many of them it wants; none where its own words are all there is. */
export function documentsOf({ anyOf, list, combination }: Requirement): {
  readonly documents: readonly string[];
  readonly howMany: HowMany;
} {
  if (anyOf.length > 0) return { documents: anyOf, howMany: "any" };
  return { documents: list, howMany: combination === "all" || list.length === 0 ? "all" : "unclear" };
}
