import { Recent } from "../../../cards/recent.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { LocalDate } from "../../../kernel/types.ts";
import type { DraftStandard } from "../../../sla/import/imported.ts";
import { parseStandard } from "../../../sla/parse-standard.ts";
import type { Standard } from "../../../sla/standard.ts";
import type { ContentFiles } from "../../../store/content-files.ts";
import type { StandardRecord, StandardStore } from "../../../store/standard-store.ts";
import { readStandardFile, type StandardDocument } from "./standard-file.ts";
import { inForceOn, type KnownVersion, versionsOf } from "./standard-versions.ts";

/** Documents read and checked: every view of a case asks for its own. */
const KEPT = 64;

interface Dependencies {
  readonly presets: readonly Standard[];
  readonly records: Pick<StandardStore, "all">;
  readonly files: Pick<ContentFiles, "get">;
  /** The library's own day. */
  readonly today: () => LocalDate;
}

/**
 * Titian's own standards and the library's. A published version is never changed and can always be read, so that a case is
 * judged by the one it was opened under.
 */
export class StandardShelf {
  readonly #presets: ReadonlyMap<string, Standard>;
  readonly #deps: Omit<Dependencies, "presets">;
  readonly #read = new Recent<string, StandardDocument>(KEPT);
  readonly #whole = new Recent<string, Standard>(KEPT);
  /** As the log says; read anew after a change. Every view of a case asks. */
  #records: ReadonlyMap<string, StandardRecord> | undefined;

  constructor({ presets, ...deps }: Dependencies) {
    this.#presets = new Map(presets.map((preset) => [preset.id, preset]));
    this.#deps = deps;
  }

  /** Titian's own first. */
  ids(): readonly string[] {
    return [...new Set([...this.#presets.keys(), ...this.#known().keys()])];
  }

  /** Written or answered by this library: no longer what came with Titian. */
  isOwn(id: string): boolean {
    return (this.#known().get(id)?.versions.length ?? 0) > 0;
  }

  isWithdrawn(id: string): boolean {
    return this.#known().get(id)?.isWithdrawn ?? false;
  }

  /** Oldest first, drafts included; empty for an id that nobody knows. */
  versions(id: string): readonly KnownVersion[] {
    return versionsOf(this.#presets.get(id), this.#known().get(id));
  }

  /** What the desk offers: of each standard the newest version in force today. */
  all(): readonly Standard[] {
    return this.ids().flatMap((id) => this.find(id) ?? []);
  }

  /**
   * Without a version the newest one in force today whose file can be read; undefined for a withdrawn standard. A version that
   * is named is found whatever has become of it. Throws `STANDARD_FILE_…` where that one's file is in trouble.
   */
  find(id: string, version?: number): Standard | undefined {
    if (version !== undefined) {
      const known = this.versions(id).find((one) => one.version === version && !one.isDraft);
      return known && this.#published(id, known);
    }
    if (this.isWithdrawn(id)) return undefined;
    for (const known of inForceOn(this.versions(id), this.#deps.today()))
      if (this.isReadable(id, known)) return this.#published(id, known);
    return undefined;
  }

  isReadable(id: string, known: KnownVersion): boolean {
    try {
      this.document(id, known);
      return true;
    } catch (error) {
      const { code } = TitianError.from(error);
      if (code === "STANDARD_FILE_MISSING" || code === "STANDARD_FILE_DAMAGED") return false;
      throw error;
    }
  }

  document(id: string, { stored }: KnownVersion): StandardDocument {
    const preset = this.#presets.get(id);
    if (!stored) {
      if (!preset) throw new TitianError("STANDARD_NOT_FOUND", { details: { standard: id } });
      return { standard: preset, source: null };
    }
    return this.#read.get(stored.sha256, () => readStandardFile(this.#deps.files.get(stored.sha256)));
  }

  /** The log says something else now. */
  changed(): void {
    this.#records = undefined;
  }

  #published(id: string, known: KnownVersion): Standard {
    const { standard } = this.document(id, known);
    return this.#whole.get(known.stored?.sha256 ?? id, () => published(standard, id));
  }

  #known(): ReadonlyMap<string, StandardRecord> {
    this.#records ??= new Map(this.#deps.records.all().map((record) => [record.id, record]));
    return this.#records;
  }
}

/** A draft as something that a case can be opened under, or `STANDARD_INVALID`. */
export function published(draft: DraftStandard, id: string): Standard {
  try {
    return parseStandard(draft, `standard ${id}`);
  } catch (cause) {
    throw new TitianError("STANDARD_INVALID", { details: { at: "/" }, cause });
  }
}
