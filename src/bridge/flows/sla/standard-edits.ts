import { TitianError } from "../../../kernel/errors.ts";
import type { LocalDate } from "../../../kernel/types.ts";
import { problemsOf } from "../../../sla/find-draft-problems.ts";
import type { DraftStandard } from "../../../sla/import/imported.ts";
import { resolved } from "../../../sla/resolve-issue.ts";
import type { Resolution } from "../../../sla/standard.ts";
import type { ContentFiles } from "../../../store/content-files.ts";
import type { StandardStore } from "../../../store/standard-store.ts";
import { type StandardDocument, withoutOfficials, writeStandardFile } from "./standard-file.ts";
import { published, type StandardShelf } from "./standard-shelf.ts";
import type { KnownVersion } from "./standard-versions.ts";

/** The wire's list holds no more. */
const MOST_STANDARDS = 100;
const LONGEST_TITLE = 300;

interface Dependencies {
  readonly shelf: StandardShelf;
  readonly records: Pick<StandardStore, "saved" | "published" | "withdrawn" | "restored">;
  readonly files: Pick<ContentFiles, "put">;
}

interface Draft {
  /** Undefined: a new standard. */
  readonly id: string | undefined;
  readonly standard: DraftStandard;
  /** Undefined: as before. */
  readonly source: string | undefined;
  /** The file of the draft that its maker knew; null where there was none. */
  readonly expects: string | null;
}

interface Effective {
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/** What people do to standards. A published version is never changed: every change is a draft of the next one. */
export class StandardEdits {
  readonly #shelf: StandardShelf;
  readonly #records: Dependencies["records"];
  readonly #files: Dependencies["files"];

  constructor({ shelf, records, files }: Dependencies) {
    this.#shelf = shelf;
    this.#records = records;
    this.#files = files;
  }

  /** Answers with the id. Throws `STANDARD_CHANGED` where another draft was saved meanwhile, or `STANDARD_TOO_MANY`. */
  save({ id, standard, source, expects }: Draft): string {
    const own = id ?? this.#newId(standard);
    const before = id === undefined ? undefined : this.#newest(id);
    const kept =
      source === undefined
        ? ((before && this.#shelf.document(own, before).source) ?? null)
        : withoutOfficials(source);
    this.#keep(own, { standard, source: kept }, expects);
    return own;
  }

  /** Into the draft of the next version, which it begins where there is none. Throws `BAD_REQUEST` for an issue that is not open. */
  resolve(id: string, issue: string, resolution: Resolution): void {
    const newest = this.#newest(id);
    const { standard, source } = this.#shelf.document(id, newest);
    const answered = resolved(standard, issue, resolution);
    if (!answered) throw new TitianError("BAD_REQUEST", { details: { at: "/issue" } });
    const next = newest.isDraft ? answered : { ...answered, ...UNDATED };
    this.#keep(id, { standard: next, source }, (newest.isDraft && newest.stored?.sha256) || null);
  }

  /** Throws `STANDARD_INCOMPLETE` with the first problem, or `STANDARD_PUBLISHED`. */
  publish(id: string, version: number, effective: Effective): void {
    const known = this.#shelf.versions(id).find((one) => one.version === version);
    if (!known) throw unknown(id);
    if (!known.isDraft) throw new TitianError("STANDARD_PUBLISHED");
    const { standard, source } = this.#shelf.document(id, known);
    // Another desk may have taken the number that the draft was saved under.
    const whole = { ...standard, version, ...effective };
    const [problem] = problemsOf(whole);
    if (problem)
      throw new TitianError("STANDARD_INCOMPLETE", { details: { problem: problem.code, at: problem.at } });
    const sha256 = this.#files.put(writeStandardFile({ standard: published(whole, id), source }));
    this.#write((records) => records.published(id, { version, sha256, title: titleOf(whole), ...effective }));
  }

  withdraw(id: string): void {
    this.#newest(id);
    if (!this.#shelf.isWithdrawn(id)) this.#write((records) => records.withdrawn(id));
  }

  restore(id: string): void {
    this.#newest(id);
    if (this.#shelf.isWithdrawn(id)) this.#write((records) => records.restored(id));
  }

  /** As a draft of the next version, over an older draft of it. */
  #keep(id: string, { standard, source }: StandardDocument, expects: string | null): void {
    const newest = this.#shelf.versions(id).at(-1);
    if (!newest && this.#shelf.ids().length >= MOST_STANDARDS) throw new TitianError("STANDARD_TOO_MANY");
    const draft = newest?.isDraft ? newest : undefined;
    if ((draft?.stored?.sha256 ?? null) !== expects) throw new TitianError("STANDARD_CHANGED");
    const version = draft?.version ?? (newest?.version ?? 0) + 1;
    const own: DraftStandard = { ...standard, id, version };
    const sha256 = this.#files.put(writeStandardFile({ standard: own, source }));
    this.#write((records) => records.saved(id, { version, sha256, title: titleOf(own) }));
  }

  #newest(id: string): KnownVersion {
    const newest = this.#shelf.versions(id).at(-1);
    if (!newest) throw unknown(id);
    return newest;
  }

  #write(change: (records: Dependencies["records"]) => void): void {
    change(this.#records);
    this.#shelf.changed();
  }

  /** From who publishes it and what it is called; a number behind it where that is taken. */
  #newId({ institution, service }: DraftStandard): string {
    const place = slug(institution.parent || institution.name).slice(0, 40);
    const wanted = `id.${place || "perpustakaan"}.${slug(service.title).slice(0, 40) || "standar"}`;
    for (let number = 1; ; number++) {
      const id = number === 1 ? wanted : `${wanted}-${number}`;
      if (this.#shelf.versions(id).length === 0) return id;
    }
  }
}

/** A new version has dates of its own. */
const UNDATED: { readonly effectiveFrom: LocalDate | null; readonly effectiveTo: LocalDate | null } = {
  effectiveFrom: null,
  effectiveTo: null,
};

const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

const titleOf = ({ service }: DraftStandard): string => service.title.slice(0, LONGEST_TITLE);

const unknown = (id: string): TitianError =>
  new TitianError("STANDARD_NOT_FOUND", { details: { standard: id } });
