import { createHash } from "node:crypto";
import type { DesignChoices } from "../../src/cards/design-choices.ts";
import type {
  DesignFiles,
  DesignRecord,
  DesignRecords,
  DesignVersion,
  KeptDesign,
} from "../../src/cards/design-records.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** The ports of designs in memory; `files` is open so that a test can lose or damage one. */
export class MemoryDesigns implements DesignRecords, DesignFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly #records = new Map<string, DesignRecord>();
  readonly #kept: KeptDesign[] = [];
  #choices: DesignChoices | undefined;

  all = () => [...this.#records.values()];
  choices = () => this.#choices;

  saved(name: string, version: Omit<DesignVersion, "savedAt">): void {
    const old = this.#records.get(name);
    const versions = [...(old?.versions ?? []), { ...version, savedAt: new Date(0) }];
    this.#set({ approved: undefined, ...old, name, versions, isWithdrawn: false, updatedAt: new Date(0) });
  }

  approved(name: string, version: number): void {
    this.#set({ ...this.#records.get(name)!, approved: version, isWithdrawn: false });
  }

  withdrawn(name: string): void {
    this.#set({ ...this.#records.get(name)!, approved: undefined, isWithdrawn: true });
  }

  chosen(choices: DesignChoices): void {
    this.#choices = choices;
  }

  allKept = () => this.#kept;

  kept(design: KeptDesign): void {
    this.#kept.push(design);
  }

  put(bytes: Uint8Array): string {
    const name = createHash("sha256").update(bytes).digest("hex");
    this.files.set(name, bytes);
    return name;
  }

  get(sha256: string): Uint8Array {
    const bytes = this.files.get(sha256);
    if (!bytes) throw new TitianError("DESIGN_FILE_MISSING");
    return bytes;
  }

  #set(record: DesignRecord): void {
    this.#records.set(record.name, record);
  }
}
