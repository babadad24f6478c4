import { randomUUID } from "node:crypto";
import { MAX_BATCH } from "../../../cards/batch/print-batch.ts";
import type { InlisliteVersion, Member } from "../../../inlislite/member.ts";
import type { MirrorStore } from "../../../inlislite/sync/mirror.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import { type LocalDate, localDate, type MemberNo } from "../../../kernel/types.ts";
import type { Store } from "../../../store/store.ts";
import { headOf } from "../../lists/find-column.ts";
import { readList } from "../../lists/read-list.ts";
import type { MemberDirectory } from "../member-directory.ts";
import type { WaitingCards } from "../waiting-cards.ts";
import { checkRows, type RowKnowledge } from "./check-rows.ts";
import type { ListedNumber, PlannedRow } from "./planned-row.ts";

/** Plans hold names and numbers: in memory only, a few, and for as long as somebody works on one. */
const KEEP_MS = 2 * 60 * 60_000;
const KEEP_AT_MOST = 4;

export type PlanSource =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly column: number | undefined }
  | { readonly kind: "type"; readonly memberType: string }
  | { readonly kind: "registered"; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: "waiting" }
  | { readonly kind: "numbers"; readonly numbers: readonly string[] };

export interface BatchPlan {
  readonly plan: string;
  readonly rows: readonly PlannedRow[];
}

interface Dependencies {
  readonly members: Pick<MemberDirectory, "findByNo">;
  readonly mirror: Pick<MirrorStore, "isComplete" | "byNo" | "select"> | undefined;
  readonly waiting: WaitingCards;
  readonly version: () => InlisliteVersion | undefined;
  readonly store: Pick<Store, "jobs" | "batches" | "memberKeyOf">;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** From a file, a selection or typed numbers to rows that say who gets a card and why the others get none. */
export class BatchPlans {
  readonly #deps: Dependencies;
  readonly #plans = new Map<string, { readonly plan: BatchPlan; readonly untilMs: number }>();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Rejects with `LIST_…`, or with what INLISLite says where no copy of its members is complete. */
  async make(source: PlanSource, acceptSuggestions: boolean, signal: AbortSignal): Promise<BatchPlan> {
    const listed = await this.#listed(source, signal);
    const options = { acceptSuggestions, most: MAX_BATCH };
    const rows = await checkRows(listed, this.#knowledge(signal), options, signal);
    const plan = { plan: randomUUID(), rows };
    this.#keep(plan);
    return plan;
  }

  /** Throws `BATCH_PLAN_GONE`. */
  get(id: string): BatchPlan {
    const kept = this.#plans.get(id);
    if (!kept || kept.untilMs < this.#deps.clock.monotonicMs()) throw new TitianError("BATCH_PLAN_GONE");
    return kept.plan;
  }

  async #listed(source: PlanSource, signal: AbortSignal): Promise<readonly ListedNumber[]> {
    switch (source.kind) {
      case "file":
        return numbersOf(source.bytes, source.column, signal);
      case "numbers":
        return source.numbers.map((text, index) => ({ row: index + 1, text: text.trim() }));
      case "waiting":
        return inOrder(this.#deps.waiting.all().map(({ member }) => member));
      case "type":
        return inOrder(this.#mirror().select({ memberType: source.memberType }, MAX_BATCH));
      case "registered":
        return inOrder(this.#mirror().select({ registered: source }, MAX_BATCH));
    }
  }

  #mirror(): NonNullable<Dependencies["mirror"]> {
    const { mirror } = this.#deps;
    if (!mirror?.isComplete) throw new TitianError("LIST_NEEDS_COPY");
    return mirror;
  }

  #knowledge(signal: AbortSignal): RowKnowledge {
    const { members, mirror, store, version, clock, timeZone } = this.#deps;
    const known = version();
    if (!known) throw new TitianError("INLISLITE_UNREACHABLE");
    // A list is thousands of questions: the copy answers them, and INLISLite itself is asked again before each card.
    const find = async (memberNo: MemberNo): Promise<readonly Member[]> =>
      mirror?.isComplete ? mirror.byNo(memberNo) : members.findByNo(memberNo, signal);
    return {
      ...{ find, keyOf: store.memberKeyOf, version: known, today: localDate(clock.now(), timeZone) },
      isInPrint: (key) => store.jobs.isInPrint(key) || store.batches.isAwaited(key),
      printedAt: (key) => store.jobs.provedAt(key),
    };
  }

  #keep(plan: BatchPlan): void {
    this.#plans.set(plan.plan, { plan, untilMs: this.#deps.clock.monotonicMs() + KEEP_MS });
    const [oldest] = this.#plans.keys();
    if (this.#plans.size > KEEP_AT_MOST && oldest !== undefined) this.#plans.delete(oldest);
  }
}

async function numbersOf(
  bytes: Uint8Array,
  chosen: number | undefined,
  signal: AbortSignal,
): Promise<readonly ListedNumber[]> {
  const table = await readList(bytes, signal);
  const { column, columns, headRows } = headOf(table);
  const wanted = chosen ?? column;
  if (wanted === undefined || wanted >= columns.length) throw new TitianError("LIST_COLUMN_UNKNOWN");
  return table.rows
    .slice(headRows)
    .map((row, index) => ({ row: headRows + index + 1, text: row[wanted] ?? "" }));
}

const inOrder = (members: readonly Member[]): readonly ListedNumber[] =>
  members.map(({ memberNo }, index) => ({ row: index + 1, text: memberNo }));
