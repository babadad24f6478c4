import { createHash } from "node:crypto";
import { type ErrorCode, TitianError } from "../kernel/errors.ts";
import type { CardDesign, DesignRef } from "./design.ts";
import { type CardFacts, chosenAtAll, chosenBy, type DesignChoices } from "./design-choices.ts";
import { readDesign, writeDesign } from "./design-file.ts";
import { assertPictures } from "./design-parts.ts";
import type { DesignFiles, DesignRecord, DesignRecords, DesignVersion } from "./design-records.ts";
import type { DesignSource } from "./design-source.ts";
import { Recent } from "./recent.ts";

/** Designs read and taken apart, so that a batch does not read its file five hundred times. */
const KEPT = 8;
/** A library has a handful; a page lists all of them. */
const MOST_DESIGNS = 200;

const IN_TROUBLE: readonly ErrorCode[] = ["DESIGN_FILE_MISSING", "DESIGN_FILE_DAMAGED"];

interface Dependencies {
  readonly installed: readonly CardDesign[];
  readonly records: DesignRecords;
  readonly files: DesignFiles;
  /** What cards get until somebody has chosen. */
  readonly otherwise: string;
}

interface Known {
  readonly records: ReadonlyMap<string, DesignRecord>;
  /** Files of installed designs, by name and version. */
  readonly kept: ReadonlyMap<string, string>;
  readonly choices: DesignChoices;
}

/**
 * Installed designs and the library's own. Those of Titian are always there, approved and read-only. A library's own name
 * stays its own when a later Titian brings a design of the same name, and a card that was accepted with one of Titian's is
 * printed as it was then: cards do not change with an update.
 */
export class DesignShelf implements DesignSource {
  readonly #installed: ReadonlyMap<string, CardDesign>;
  readonly #records: DesignRecords;
  readonly #files: DesignFiles;
  readonly #otherwise: string;
  readonly #read = new Recent<string, CardDesign>(KEPT);
  /** As the log says; read anew after a change. Every card asks several times. */
  #known: Known | undefined;

  constructor({ installed, records, files, otherwise }: Dependencies) {
    this.#installed = new Map(installed.map((design) => [design.template.name, design]));
    this.#records = records;
    this.#files = files;
    this.#otherwise = otherwise;
  }

  /** The installed ones that no design of the library stands before. */
  installed(): readonly CardDesign[] {
    return [...this.#installed.values()].filter(({ template }) => !this.record(template.name));
  }

  own(): readonly DesignRecord[] {
    return [...this.#now().records.values()];
  }

  record(name: string): DesignRecord | undefined {
    return this.#now().records.get(name);
  }

  isKnown(name: string): boolean {
    return this.#installed.has(name) || this.record(name) !== undefined;
  }

  get(ref: DesignRef): CardDesign | undefined {
    const { name, version, file } =
      typeof ref === "string" ? { name: ref, version: undefined, file: undefined } : ref;
    if (file !== undefined) return this.#opened(file);
    const record = this.record(name);
    if (record) return this.#open(record, version ?? record.approved ?? newestOf(record).version);
    const installed = this.#installed.get(name);
    if (version === undefined || installed?.template.version === version) return installed;
    // Titian has been updated since a card was accepted with this one.
    const kept = this.#now().kept.get(keyOf(name, version));
    return kept === undefined ? undefined : this.#opened(kept);
  }

  fileOf(name: string, version: number): string | undefined {
    return this.record(name)?.versions.find((one) => one.version === version)?.sha256;
  }

  keep(name: string): void {
    const design = this.record(name) ? undefined : this.#installed.get(name);
    if (!design) return;
    const { version } = design.template;
    if (this.#now().kept.has(keyOf(name, version))) return;
    const sha256 = this.#files.put(writeDesign(design));
    this.#write((records) => records.kept({ name, version, sha256 }));
  }

  /** The version named, or the newest, also a draft's. Rejects with `CARD_TEMPLATE_UNKNOWN` or as `get` does. */
  require(name: string, version?: number): CardDesign {
    const newest = this.record(name)?.versions.at(-1)?.version;
    const wanted = version ?? newest;
    const design = this.get(wanted === undefined ? name : { name, version: wanted });
    if (!design) throw new TitianError("CARD_TEMPLATE_UNKNOWN", { details: { template: name } });
    return design;
  }

  isApproved(name: string): boolean {
    const record = this.record(name);
    return record ? record.approved !== undefined : this.#installed.has(name);
  }

  get choices(): DesignChoices {
    return this.#now().choices;
  }

  chosenFor(facts: CardFacts): string {
    return chosenBy(this.choices, facts);
  }

  /**
   * Keeps a design as its next version, not approved; `expects` is the newest that its maker knew. The same one again is
   * no new version. Rejects with `DESIGN_INSTALLED`, `DESIGN_CHANGED`, `DESIGN_TOO_LARGE` or `DESIGN_PICTURE_REFUSED`.
   */
  save(design: CardDesign, expects: number | undefined): void {
    const { name } = design.template;
    const record = this.record(name);
    if (!record && this.#installed.has(name)) throw new TitianError("DESIGN_INSTALLED");
    if (!record && this.own().length >= MOST_DESIGNS) throw new TitianError("DESIGN_TOO_MANY");
    assertPictures(design.assets);
    const newest = record && newestOf(record);
    if (newest && newest.sha256 === hashOf(numbered(design, newest.version))) {
      // Also where the file was lost meanwhile: whoever saves the same again mends it.
      this.#files.put(numbered(design, newest.version));
      return;
    }
    if (newest?.version !== expects)
      throw new TitianError("DESIGN_CHANGED", { details: { newest: newest?.version ?? 0 } });
    this.#saveAs(design, newest?.overtakenBy ? newest.version : (newest?.version ?? 0) + 1);
  }

  /** The caller has checked that it prints. */
  approve(name: string, version: number): void {
    const record = this.record(name);
    if (!record && this.#installed.has(name)) return;
    const known = record?.versions.find((one) => one.version === version);
    if (!record || !known) throw new TitianError("CARD_TEMPLATE_UNKNOWN", { details: { template: name } });
    // The other desks know it by no number yet.
    if (known.overtakenBy) this.#saveAs(this.#opened(known.sha256), version);
    if (record.approved !== version) this.#write((records) => records.approved(name, version));
  }

  withdraw(name: string): void {
    const record = this.record(name);
    if (!record) {
      const code = this.#installed.has(name) ? "DESIGN_INSTALLED" : "CARD_TEMPLATE_UNKNOWN";
      throw new TitianError(code, { details: { template: name } });
    }
    if (chosenAtAll(this.choices).has(name)) throw new TitianError("DESIGN_IN_USE");
    if (!record.isWithdrawn) this.#write((records) => records.withdrawn(name));
  }

  choose(choices: DesignChoices): void {
    for (const name of chosenAtAll(choices)) {
      if (!this.isKnown(name))
        throw new TitianError("CARD_TEMPLATE_UNKNOWN", { details: { template: name } });
      if (!this.isApproved(name))
        throw new TitianError("DESIGN_NOT_APPROVED", { details: { template: name } });
    }
    this.#write((records) => records.chosen(choices));
  }

  /** What a design looks like, or undefined where its file is in trouble: for those who only plan. */
  looksOf(name: string): CardDesign["template"] | undefined {
    try {
      return this.get(name)?.template;
    } catch (error) {
      if (IN_TROUBLE.includes(TitianError.from(error).code)) return undefined;
      throw error;
    }
  }

  /** The log says something else now. */
  changed(): void {
    this.#known = undefined;
  }

  #saveAs(design: CardDesign, version: number): void {
    const { name, title } = design.template;
    const sha256 = this.#files.put(numbered(design, version));
    this.#write((records) => records.saved(name, { version, sha256, title }));
  }

  #write(change: (records: DesignRecords) => void): void {
    this.changed();
    change(this.#records);
  }

  #now(): Known {
    this.#known ??= {
      records: new Map(this.#records.all().map((record) => [record.name, record])),
      kept: new Map(
        this.#records.allKept().map(({ name, version, sha256 }) => [keyOf(name, version), sha256]),
      ),
      choices: this.#records.choices() ?? { default: this.#otherwise, rules: [] },
    };
    return this.#known;
  }

  #open({ versions }: DesignRecord, version: number): CardDesign | undefined {
    const file = versions.find((one) => one.version === version)?.sha256;
    return file === undefined ? undefined : this.#opened(file);
  }

  #opened(file: string): CardDesign {
    return this.#read.get(file, () => readDesign(this.#files.get(file)));
  }
}

export const newestOf = ({ versions }: DesignRecord): DesignVersion => {
  const newest = versions.at(-1);
  if (!newest) throw new TitianError("STORE_CORRUPT", { details: { part: "designs" } });
  return newest;
};

const keyOf = (name: string, version: number): string => `${name} ${version}`;

const numbered = ({ template, assets }: CardDesign, version: number): Uint8Array =>
  writeDesign({ template: { ...template, version }, assets });

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
