import { TitianError } from "../kernel/errors.ts";
import { type CardDesign, type DesignRef, nameOf } from "./design.ts";
import type { CardFacts } from "./design-choices.ts";
import type { Template } from "./template.ts";

/** Port: every design there is, and which card gets which. Asked anew for each card: a change needs no restart. */
export interface DesignSource {
  /** Undefined where there is none. Throws `DESIGN_FILE_MISSING` or `DESIGN_FILE_DAMAGED`. */
  get(ref: DesignRef): CardDesign | undefined;
  /** SHA-256 of that version's file; undefined for one of Titian's. */
  fileOf(name: string, version: number): string | undefined;
  isApproved(name: string): boolean;
  chosenFor(facts: CardFacts): string;
  /** Before a card is accepted with it: this version can be had again, also after Titian was updated. Twice changes nothing. */
  keep(name: string): void;
}

/** The template of a card that is about to be printed. Throws `CARD_TEMPLATE_UNKNOWN`, `DESIGN_NOT_APPROVED` or as `get`. */
export function printable(designs: DesignSource, facts: CardFacts): Template {
  return approved(designs, designs.chosenFor(facts));
}

/** The template of a design that may be printed from. Throws as `printable` does. */
export function approved(designs: Pick<DesignSource, "get" | "isApproved">, ref: DesignRef): Template {
  const template = nameOf(ref);
  const design = designs.get(ref);
  if (!design) throw new TitianError("CARD_TEMPLATE_UNKNOWN", { details: { template } });
  if (!designs.isApproved(template)) throw new TitianError("DESIGN_NOT_APPROVED", { details: { template } });
  return design.template;
}
