import path from "node:path";
import type { ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { Config } from "./config/schema.ts";
import { CardDelivery } from "./flows/card-delivery.ts";
import type { CaseViews } from "./flows/case-views.ts";
import type { CaseService } from "./flows/cases.ts";
import type { Finishing } from "./flows/finishing/finishing.ts";
import { HandOver } from "./flows/hand-over.ts";
import { handoverRetention } from "./flows/handover-retention.ts";
import { HeldTime } from "./flows/held-time.ts";
import type { LibraryName } from "./flows/library-name.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import type { MemberViews } from "./flows/member-views.ts";
import type { PrintingFlow } from "./flows/printing.ts";
import { WaitingHandovers } from "./flows/waiting-handovers.ts";
import { digitalCardHandlers } from "./handlers/digital-cards.ts";
import { handOverHandlers } from "./handlers/hand-over.ts";
import type { LazyRendering } from "./lazy-rendering.ts";
import { mailServerFor } from "./mail/mail-server-for.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly inlislite: ReconnectingInlislite;
  readonly cases: CaseService;
  readonly views: CaseViews;
  readonly members: MemberDirectory;
  readonly memberViews: MemberViews;
  readonly finishing: Finishing;
  readonly printing: PrintingFlow;
  readonly renderer: LazyRendering;
  readonly library: LibraryName;
  readonly clock: Clock;
  readonly log: Logger;
}

/** From the finished card to the member's hand or phone. */
export function handOverParts(parts: Parts) {
  const { config, store, printing, renderer } = parts;
  const shared = { ...parts, inlislite: parts.inlislite.members };
  const handOver = new HandOver({ ...shared, desk: config.desk.id, timeZone: config.library.timeZone });
  const waiting = new WaitingHandovers({ ...shared, handOver, readyText: config.delivery.readyText });
  const delivery = new CardDelivery({
    ...shared,
    contentOf: (id, signal) => printing.preview(id, signal),
    draw: (content, signal) => renderer.digitalCard(content, signal),
    mail: mailServerFor(config.mail),
    delivery: config.delivery,
    desk: config.desk.id,
  });
  const held = new HeldTime(path.join(config.store.folder, "held-handovers.json"), parts.clock);
  const retention = handoverRetention({ ...parts, held, rules: config.handover });
  const handlers = {
    ...handOverHandlers({
      ...{ ...parts, handOver, waiting },
      ticketOf: (id) => store.cases.get(id)?.ticket,
      notCollectedDays: config.cards.notCollectedDays,
    }),
    ...digitalCardHandlers({ ...parts, delivery, canSave: config.delivery.folder !== undefined }),
  };
  return { handlers, services: [delivery, retention.service] };
}
