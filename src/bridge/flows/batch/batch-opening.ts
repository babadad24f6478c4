import type { BatchSetup, PrintBatch } from "../../../cards/batch/print-batch.ts";
import { approved, type DesignSource } from "../../../cards/design-source.ts";
import { findLayout, sheetsOf } from "../../../cards/sheets/sheet-layout.ts";
import type { DeviceRegistry } from "../../../devices/registry.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { MemberKey, MemberNo } from "../../../kernel/types.ts";
import type { BatchFlow } from "./batch-flow.ts";
import type { BatchPlan } from "./batch-plans.ts";
import type { PlannedRow } from "./planned-row.ts";

interface Dependencies {
  readonly flow: Pick<BatchFlow, "open">;
  readonly designs: DesignSource;
  readonly devices: DeviceRegistry;
  readonly keyOf: (memberNo: MemberNo) => MemberKey;
}

/** From a plan to a batch: those who can get a card of this design on this printer. */
export class BatchOpening {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /**
   * Throws `BATCH_NOBODY`, `DEVICE_NOT_FOUND`, `CAPABILITY_MISSING`, `CARD_TEMPLATE_UNKNOWN`, `DESIGN_NOT_APPROVED`, or
   * `BAD_REQUEST` for a first cell that the sheet does not have.
   */
  open(requestKey: string, { rows }: BatchPlan, setup: BatchSetup): PrintBatch {
    const { flow, designs, keyOf } = this.#deps;
    this.#assertPrintable(setup);
    if (setup.design !== undefined) approved(designs, setup.design);
    const members = rows.flatMap((row) => {
      const { member } = row;
      if (!member || !getsACard(row, setup)) return [];
      return [{ memberId: member.memberId, memberKey: keyOf(member.memberNo) }];
    });
    return flow.open(requestKey, setup, members);
  }

  #assertPrintable({ device, sheets }: BatchSetup): void {
    if (sheets) sheetsOf([], findLayout(sheets.layout), sheets.backs, sheets.startCell);
    const capability = sheets ? "sheet-printer" : "card-printer";
    if (device === undefined && !sheets) throw new TitianError("DEVICE_NOT_FOUND");
    if (device !== undefined && !this.#deps.devices.get(device).mayOffer(capability))
      throw new TitianError("CAPABILITY_MISSING", { details: { device, capability } });
  }
}

/** Who has a card already gets another one only for a reason. Without a photo a card is left out when its turn comes, and named. */
const getsACard = ({ trouble }: PlannedRow, { reprintReason }: BatchSetup): boolean =>
  trouble === undefined || (trouble === "already-printed" && reprintReason !== undefined);
