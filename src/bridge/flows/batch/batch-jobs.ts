import { itemKey, sheetKey } from "../../../cards/batch/item-key.ts";
import type { BatchItem, PrintBatch } from "../../../cards/batch/print-batch.ts";
import { refOf } from "../../../cards/design.ts";
import { type DesignSource, printable } from "../../../cards/design-source.ts";
import { BEFORE_INK, type NewJob, type OnSheet, type PrintJob } from "../../../cards/print-job.ts";
import type { PrintLedger } from "../../../cards/print-ledger.ts";
import { findLayout } from "../../../cards/sheets/sheet-layout.ts";
import type { MemberRepository } from "../../../inlislite/member.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { type DeviceId, type JobId, localDate } from "../../../kernel/types.ts";
import type { NewEvent } from "../../../store/event-catalog.ts";
import { writeSettledJobs } from "../../../store/settled-jobs.ts";
import type { Store } from "../../../store/store.ts";
import type { StockBook } from "../finishing/stock-book.ts";
import type { MemberDirectory } from "../member-directory.ts";
import type { PrintingFlow } from "../printing.ts";
import type { CardVerdicts, SettledCard } from "./batch-flow.ts";
import type { CardPrinting, CardWanted } from "./card-run.ts";

/** Where the cards of a sheet were printed that was saved as a file. */
const ELSEWHERE = "elsewhere" as DeviceId;

interface Dependencies {
  readonly printing: PrintingFlow;
  readonly ledger: PrintLedger;
  readonly members: Pick<MemberDirectory, "read">;
  readonly inlislite: { readonly members: Pick<MemberRepository, "isMinor"> };
  readonly designs: DesignSource;
  readonly store: Pick<Store, "jobs" | "events">;
  readonly stock: Pick<StockBook, "newsOfSheet" | "told">;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Between batches and the print ledger: every card of a batch is a print job, whatever it was printed on. */
export class BatchJobs implements CardPrinting, CardVerdicts {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  get events(): CardPrinting["events"] {
    return this.#deps.ledger.events;
  }

  async submit({ design, ...wanted }: CardWanted, signal: AbortSignal): Promise<PrintJob> {
    const known = this.byKey(wanted.requestKey);
    if (known) return known;
    const template = await this.#template(wanted, design, signal);
    const { job } = await this.#deps.printing.submitForMember(
      { ...wanted, template, priority: "bulk" },
      signal,
    );
    return job;
  }

  byKey(requestKey: string): PrintJob | undefined {
    return this.#deps.store.jobs.byRequestKey(requestKey);
  }

  cancel(job: JobId): boolean {
    const state = this.#deps.store.jobs.get(job)?.state;
    if (!BEFORE_INK.some((before) => before === state)) return false;
    this.#deps.ledger.cancel(job);
    return true;
  }

  goOn(printer: DeviceId): void {
    this.#deps.ledger.letBatchesGoOn(printer);
  }

  confirm(job: JobId): PrintJob {
    return this.#deps.printing.confirm(job, "operator");
  }

  reject(...[job, reason]: Parameters<CardVerdicts["reject"]>): PrintJob {
    return this.#deps.printing.reject(job, reason);
  }

  settle(batch: PrintBatch, cards: readonly SettledCard[]): void {
    const { store, ledger, stock, clock } = this.#deps;
    for (const { item, spoiled } of cards) {
      const known = this.byKey(itemKey(batch.batch, item.item, item.attempt));
      // Said before a kill, and otherwise than now: a good card can still turn out a bad one.
      if (known?.state === "confirmed" && spoiled) this.reject(known.job, spoiled);
    }
    const prints = cards.map(({ item, spoiled }) => ({ wanted: this.#wanted(batch, item), spoiled }));
    for (const job of writeSettledJobs({ ...store, clock }, prints, this.#used(batch, cards)))
      ledger.events.emit("changed", { job });
    stock.told();
  }

  /** A sheet of which no card came out may never have been printed. */
  #used(batch: PrintBatch, cards: readonly SettledCard[]): readonly NewEvent[] {
    const sheet = cards[0]?.item.sheet;
    if (sheet === undefined) return [];
    return this.#deps.stock.newsOfSheet({
      usedBy: sheetKey(batch.batch, sheet),
      cards: cards.filter(({ spoiled }) => spoiled !== "did-not-come-out").length,
      isTray: isTray(batch),
    });
  }

  #wanted(batch: PrintBatch, item: BatchItem): NewJob {
    const { store, designs } = this.#deps;
    const reprintReason = item.reason ?? batch.reprintReason;
    const name = item.design ?? batch.design ?? "";
    const design = designs.get(refOf({ template: name, templateVersion: item.designVersion }))?.template;
    const version = item.designVersion ?? design?.version;
    return {
      requestKey: itemKey(batch.batch, item.item, item.attempt),
      case: undefined,
      ...{ memberId: item.memberId, memberKey: item.memberKey },
      ...{ printer: batch.device ?? ELSEWHERE, priority: "bulk", batch: batch.batch },
      ...{ template: name, templateVersion: version },
      designFile: version === undefined ? undefined : designs.fileOf(name, version),
      sheet: placeOf(batch, item),
      frontOnly: batch.sheets?.backs === "none" && design?.back !== undefined,
      reprintOf: reprintReason ? store.jobs.byMember(item.memberKey).at(-1)?.job : undefined,
      reprintReason,
    };
  }

  async #template(
    member: Pick<CardWanted, "memberId" | "memberKey">,
    design: string | undefined,
    signal: AbortSignal,
  ) {
    const { designs, members, inlislite, clock, timeZone } = this.#deps;
    if (design !== undefined) return designs.get(design)?.template;
    const found = await members.read(member, signal);
    const isMinor = await inlislite.members.isMinor(found, localDate(clock.now(), timeZone), signal);
    return printable(designs, {
      ...{ memberType: found.memberType, isMinor, hasPhoto: found.photoName !== undefined },
    });
  }
}

const isTray = ({ sheets }: PrintBatch): boolean =>
  sheets !== undefined && findLayout(sheets.layout).isTray === true;

/** As people count. */
const placeOf = (batch: PrintBatch, { sheet, cell }: BatchItem): OnSheet | undefined =>
  sheet === undefined || cell === undefined ? undefined : { sheet, cell: cell + 1, isTray: isTray(batch) };
