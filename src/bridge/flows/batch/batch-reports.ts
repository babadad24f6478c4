import type { BatchStore } from "../../../cards/batch/print-batch.ts";
import type { ErrorCode } from "../../../kernel/errors.ts";
import { localDate } from "../../../kernel/types.ts";
import { csvOf } from "../../lists/spreadsheet-safe.ts";
import { BATCH_REPORT } from "../../messages/batch-report.ts";
import type { Language } from "../../messages/messages.ts";
import { errorText } from "../../messages/text.ts";
import type { MemberDirectory } from "../member-directory.ts";
import type { BatchPlan } from "./batch-plans.ts";
import type { PlannedRow } from "./planned-row.ts";

interface Dependencies {
  readonly batches: BatchStore;
  readonly members: Pick<MemberDirectory, "known">;
  readonly timeZone: string;
}

/** Lists to be kept or sent back to the school: every row, with what became of it. */
export class BatchReports {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  ofPlan({ rows }: BatchPlan, language: Language): Uint8Array {
    const { planHead, ready, troubles } = BATCH_REPORT[language];
    const lines = rows.map((row) => [
      ...[String(row.row), row.text, row.member?.fullName ?? ""],
      ...[row.trouble ? troubles[row.trouble] : ready, this.#hint(row, language)],
    ]);
    return csvOf([planHead, ...lines]);
  }

  /** Names and numbers are read now, and missing where nobody can be asked. */
  ofBatch(batch: string, language: Language): Uint8Array {
    const { batches, members } = this.#deps;
    const { batchHead, states } = BATCH_REPORT[language];
    const items = batches.items(batch, 0, batches.get(batch)?.count ?? 0);
    const lines = items.map((item) => {
      const member = members.known(item)?.member;
      const why = item.code ? errorText(item.code as ErrorCode, language) : "";
      return [String(item.item + 1), member?.memberNo ?? "", member?.fullName ?? "", states[item.state], why];
    });
    return csvOf([batchHead, ...lines]);
  }

  #hint({ member, suggestion, firstRow, printedAt }: PlannedRow, language: Language): string {
    const { perhaps, sameAs, printedOn, noPhoto } = BATCH_REPORT[language];
    if (suggestion !== undefined) return perhaps(suggestion);
    if (firstRow !== undefined) return sameAs(firstRow);
    if (printedAt) return printedOn(localDate(printedAt, this.#deps.timeZone));
    return member && member.photoName === undefined ? noPhoto : "";
  }
}
