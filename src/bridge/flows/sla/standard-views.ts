import { TitianError } from "../../../kernel/errors.ts";
import type { LocalDate } from "../../../kernel/types.ts";
import { problemsOf } from "../../../sla/find-draft-problems.ts";
import { changesBetween } from "../../../sla/standard-diff.ts";
import type {
  ChangeView,
  StandardDetails,
  StandardSummary,
  StandardVersionView,
} from "../../protocol/standard-shapes.ts";
import { importedFrom } from "./standard-import.ts";
import type { StandardShelf } from "./standard-shelf.ts";
import { type KnownVersion, stateOf } from "./standard-versions.ts";

interface Dependencies {
  readonly shelf: StandardShelf;
  /** The id of the standard that a new case starts under. */
  readonly otherwise: string;
  readonly today: () => LocalDate;
  /** As people call a desk. */
  readonly titleOf: (desk: string) => string;
}

/** Standards as the console shows them. A file in trouble is a state of its version, not a failed list. */
export class StandardViews {
  readonly #shelf: StandardShelf;
  readonly #otherwise: string;
  readonly #today: () => LocalDate;
  readonly #titleOf: (desk: string) => string;

  constructor({ shelf, otherwise, today, titleOf }: Dependencies) {
    this.#shelf = shelf;
    this.#otherwise = otherwise;
    this.#today = today;
    this.#titleOf = titleOf;
  }

  all(): StandardSummary[] {
    return this.#shelf.ids().map((id) => this.summary(id));
  }

  summary(id: string): StandardSummary {
    const versions = this.#shelf.versions(id);
    const newest = this.#version(id, undefined);
    const isReadable = this.#shelf.isReadable(id, newest);
    const standard = isReadable ? this.#shelf.document(id, newest).standard : undefined;
    return {
      id,
      title: newest.title,
      institution: standard?.institution.name ?? "",
      source: this.#shelf.isOwn(id) ? "library" : "preset",
      isDefault: id === this.#otherwise,
      isWithdrawn: this.#shelf.isWithdrawn(id),
      versions: versions.map((one) => this.#versionView(one, versions)).reverse(),
      publishedText: standard?.promise?.published.text ?? null,
      openIssues: (standard?.issues ?? []).filter(({ resolution }) => resolution === null).length,
      isReadable,
    };
  }

  details(id: string, wanted: number | undefined): StandardDetails {
    const versions = this.#shelf.versions(id);
    const known = this.#version(id, wanted);
    const { standard, source } = this.#shelf.document(id, known);
    const { lines, doubts } = source === null ? { lines: [], doubts: [] } : importedFrom(source);
    return {
      summary: this.summary(id),
      version: this.#versionView(known, versions),
      standard,
      revision: (known.isDraft && known.stored?.sha256) || null,
      ...{ lines, doubts },
      problems: problemsOf(standard).map(({ code, at }) => ({ code, at })),
    };
  }

  changes(id: string, from: number, to: number): ChangeView[] {
    const [before, after] = [from, to].map(
      (one) => this.#shelf.document(id, this.#version(id, one)).standard,
    );
    return before && after ? [...changesBetween(before, after)] : [];
  }

  /** The newest where none is named. */
  #version(id: string, wanted: number | undefined): KnownVersion {
    const versions = this.#shelf.versions(id);
    const known = wanted === undefined ? versions.at(-1) : versions.find(({ version }) => version === wanted);
    if (!known) throw new TitianError("STANDARD_NOT_FOUND", { details: { standard: id } });
    return known;
  }

  #versionView(known: KnownVersion, versions: readonly KnownVersion[]): StandardVersionView {
    const by = known.stored?.overtakenBy;
    return {
      version: known.version,
      state: stateOf(known, versions, this.#today()),
      effectiveFrom: known.effectiveFrom ?? null,
      effectiveTo: known.effectiveTo ?? null,
      savedAt: known.stored?.savedAt.toISOString() ?? null,
      overtakenBy: by === undefined ? null : this.#titleOf(by),
    };
  }
}
