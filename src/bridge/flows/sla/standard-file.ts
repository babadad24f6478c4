import { TitianError } from "../../../kernel/errors.ts";
import type { DraftStandard } from "../../../sla/import/imported.ts";
import { draftShape } from "../../../sla/standard-shape.ts";

/** What the file of one version holds: the document, and the text it was read from, if it was read from one. */
export interface StandardDocument {
  readonly standard: DraftStandard;
  readonly source: string | null;
}

/** A public document names officials with their number; the number is nobody's business here. Lines keep their places. */
const OFFICIALS_NUMBER = /(\bNIP\b[\s.:]*)\d[\d ]{7,}\d/gi;

export const withoutOfficials = (source: string): string => source.replaceAll(OFFICIALS_NUMBER, "$1…");

export function writeStandardFile({ standard, source }: StandardDocument): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ standard, source }, undefined, 1));
}

/** Throws `STANDARD_FILE_DAMAGED` for what is whole, and no standard of this Titian's. */
export function readStandardFile(bytes: Uint8Array): StandardDocument {
  try {
    const { standard, source } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (!(source === null || typeof source === "string")) throw new TitianError("STANDARD_FILE_DAMAGED");
    return { standard: checkedDraft(standard), source };
  } catch (cause) {
    throw new TitianError("STANDARD_FILE_DAMAGED", { cause });
  }
}

/** A draft as a page sends it. Throws `STANDARD_INVALID` with the first mistake in `at`. */
export function checkedDraft(raw: unknown): DraftStandard {
  const problems: string[] = [];
  if (draftShape(raw, "", problems)) return raw;
  throw new TitianError("STANDARD_INVALID", { details: { at: (problems[0] ?? "/").slice(0, 200) } });
}
