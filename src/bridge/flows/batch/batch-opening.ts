import type { BatchSetup, BatchStore, PrintBatch } from "../../../cards/batch/print-batch.ts";
import { approved, type DesignSource, printable } from "../../../cards/design-source.ts";
import { cardsPerSheet, findLayout, sheetsOf } from "../../../cards/sheets/sheet-layout.ts";
import type { Template } from "../../../cards/template.ts";
import type { DeviceRegistry } from "../../../devices/registry.ts";
import type { Member } from "../../../inlislite/member.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { MemberKey, MemberNo } from "../../../kernel/types.ts";
import { assertPrints } from "../card-printer.ts";
import { assertSidesFit } from "../card-sides.ts";
import type { CardsLeft, PrintedOn } from "../cards-left.ts";
import type { BatchFlow } from "./batch-flow.ts";
import type { BatchPlan } from "./batch-plans.ts";
import type { PlannedRow } from "./planned-row.ts";

interface Dependencies {
  readonly flow: Pick<BatchFlow, "open">;
  readonly batches: Pick<BatchStore, "byRequestKey" | "unfinished">;
  readonly designs: DesignSource;
  readonly devices: DeviceRegistry;
  readonly left: Pick<CardsLeft, "assertEnough">;
  readonly keyOf: (memberNo: MemberNo) => MemberKey;
}

interface Wanted {
  readonly requestKey: string;
  readonly plan: BatchPlan;
  readonly setup: BatchSetup;
  /** A person has looked: there is enough left, whatever printer and book say. */
  readonly ignoreSupplies: boolean;
}

/** From a plan to a batch: those who can get a card of this design on this printer. */
export class BatchOpening {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /**
   * Rejects with `BATCH_NOBODY`, `CARDS_TOO_FEW`, `PRINTER_ONE_SIDED`, `DEVICE_NOT_FOUND`, `CAPABILITY_MISSING`,
   * `CARD_TEMPLATE_UNKNOWN`, `DESIGN_NOT_APPROVED`, or `BAD_REQUEST` for a first cell that the sheet does not have.
   */
  async open({ requestKey, plan, setup, ignoreSupplies }: Wanted, signal: AbortSignal): Promise<PrintBatch> {
    const { flow, batches, keyOf } = this.#deps;
    const known = batches.byRequestKey(requestKey);
    if (known) return known;
    this.#assertPrintable(setup);
    const members = plan.rows.flatMap((row) => (row.member && getsACard(row, setup) ? [row.member] : []));
    for (const template of this.#templatesOf(setup, members)) this.#assertSides(template, setup);
    if (!ignoreSupplies) await this.#assertSupplies(setup, members.length, signal);
    return flow.open(
      requestKey,
      setup,
      members.map(({ memberId, memberNo }) => ({ memberId, memberKey: keyOf(memberNo) })),
    );
  }

  #assertPrintable({ device, sheets }: BatchSetup): void {
    if (sheets) sheetsOf([], findLayout(sheets.layout), sheets.backs, sheets.startCell);
    if (device !== undefined)
      assertPrints(this.#deps.devices.get(device), sheets ? "sheet-printer" : "card-printer");
    else if (!sheets) throw new TitianError("DEVICE_NOT_FOUND");
  }

  /** What these members' cards are drawn after, each once. Whom a rule about age gives another one is found at their turn. */
  #templatesOf({ design }: BatchSetup, members: readonly Member[]): readonly Template[] {
    const { designs } = this.#deps;
    if (design !== undefined) return [approved(designs, design)];
    const chosen = members.map(({ memberType, photoName }) =>
      printable(designs, { memberType, isMinor: undefined, hasPhoto: photoName !== undefined }),
    );
    return [...new Set(chosen)];
  }

  /** On sheets, the back is what was chosen for it. */
  #assertSides(template: Template, { device, sheets, frontOnly }: BatchSetup): void {
    if (device !== undefined && !sheets)
      assertSidesFit(this.#deps.devices, { template, printer: device, frontOnly });
  }

  /** For this batch, and for those that are to go to the same printer before it. */
  async #assertSupplies(setup: BatchSetup, cards: number, signal: AbortSignal): Promise<void> {
    const { batches, left } = this.#deps;
    const [on, printer] = [printedOn(setup), setup.device];
    const before = batches
      .unfinished()
      .filter((batch) => batch.device === printer && printedOn(batch) === on)
      .reduce((sum, batch) => sum + piecesFor(batch, batch.items.waiting), 0);
    await left.assertEnough({ on, printer, count: before + piecesFor(setup, cards) }, signal);
  }
}

function printedOn({ sheets }: BatchSetup): PrintedOn {
  if (!sheets) return "cards";
  return findLayout(sheets.layout).isTray ? "tray" : "sheets";
}

/** Cards, or sheets of paper. */
function piecesFor(setup: BatchSetup, cards: number): number {
  const { sheets } = setup;
  if (!sheets || cards === 0 || printedOn(setup) === "tray") return cards;
  return Math.ceil((sheets.startCell + cards) / cardsPerSheet(findLayout(sheets.layout), sheets.backs));
}

/** Who has a card already gets another one only for a reason. Without a photo a card is left out when its turn comes, and named. */
const getsACard = ({ trouble }: PlannedRow, { reprintReason }: BatchSetup): boolean =>
  trouble === undefined || (trouble === "already-printed" && reprintReason !== undefined);
