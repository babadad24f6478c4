import { PrintLedger } from "../cards/print-ledger.ts";
import type { DeviceRegistry } from "../devices/registry.ts";
import type { ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import { cardSinkFor } from "./card-sink.ts";
import type { Config } from "./config/schema.ts";
import { CardContents } from "./flows/card-content.ts";
import { CardsLeft } from "./flows/cards-left.ts";
import type { CaseService } from "./flows/cases.ts";
import type { StockBook } from "./flows/finishing/stock-book.ts";
import type { MemberDesigns } from "./flows/member-designs.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import { PrintingFlow } from "./flows/printing.ts";
import type { StandardShelf } from "./flows/sla/standard-shelf.ts";
import type { SupplyWatch } from "./flows/supply-watch.ts";
import type { LazyRendering } from "./lazy-rendering.ts";
import { memberPhotosFor } from "./photo-places.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly inlislite: ReconnectingInlislite;
  readonly members: MemberDirectory;
  readonly cases: CaseService;
  readonly designs: MemberDesigns;
  readonly standards: Pick<StandardShelf, "find">;
  readonly devices: DeviceRegistry;
  readonly renderer: LazyRendering;
  readonly supplies: SupplyWatch;
  /** Asked when a card is wanted: the book is opened after this. */
  readonly stock: () => StockBook;
  readonly clock: Clock;
  readonly log: Logger;
}

/** From a member's data to a card in the tray: the print ledger, and what asks it for cards. */
export function printingParts(parts: Parts) {
  const { config, store, devices, renderer, clock, log } = parts;
  const ledger: PrintLedger = new PrintLedger({
    ...{ store: store.jobs, pauses: store.queuePauses, renderer, clock, log },
    sinkFor: (printer) => cardSinkFor(devices, printer),
    contentOf: (job, signal) => printing.contentOf(job, signal),
  });
  const left = new CardsLeft(parts);
  const printing = new PrintingFlow({
    ...{ ...parts, ledger, left, timeZone: config.library.timeZone },
    contents: new CardContents({ ...parts, library: config.library }),
    photos: memberPhotosFor(config, renderer),
  });
  return { ledger, printing, left };
}
