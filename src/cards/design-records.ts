import type { DesignChoices } from "./design-choices.ts";

/** One version of a library's own design, as the log knows it. Its file is named by its content. */
export interface DesignVersion {
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly savedAt: Date;
  /** This desk saved it under a number that another desk had taken while the two were apart: which desk. */
  readonly overtakenBy?: string;
}

export interface DesignRecord {
  readonly name: string;
  /** Oldest first, never empty. */
  readonly versions: readonly DesignVersion[];
  readonly approved: number | undefined;
  readonly isWithdrawn: boolean;
  readonly updatedAt: Date;
}

/** One of Titian's own designs, as it was when a card was accepted with it. */
export type KeptDesign = Pick<DesignVersion, "version" | "sha256"> & { readonly name: string };

/** Port: durable before it returns. Implemented by the store's event log. */
export interface DesignRecords {
  all(): readonly DesignRecord[];
  /** Undefined until somebody has chosen. */
  choices(): DesignChoices | undefined;
  saved(name: string, version: Omit<DesignVersion, "savedAt" | "overtakenBy">): void;
  approved(name: string, version: number): void;
  withdrawn(name: string): void;
  chosen(choices: DesignChoices): void;
  allKept(): readonly KeptDesign[];
  kept(design: KeptDesign): void;
}

/** Port: files named by the SHA-256 of what is in them, never changed. */
export interface DesignFiles {
  /** On the disk when it returns. */
  put(bytes: Uint8Array): string;
  /** Throws `DESIGN_FILE_MISSING`, or `DESIGN_FILE_DAMAGED` where the content is not what the name says. */
  get(sha256: string): Uint8Array;
}
