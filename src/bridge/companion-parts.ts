import path from "node:path";
import type { DeviceRegistry } from "../devices/registry.ts";
import type { DeviceRoutes } from "../devices/routes.ts";
import type { ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { Config } from "./config/schema.ts";
import type { CardsLeft } from "./flows/cards-left.ts";
import { CasePhotos } from "./flows/case-photos.ts";
import type { CaseTimings } from "./flows/case-timings.ts";
import type { CaseViews } from "./flows/case-views.ts";
import type { CaseService } from "./flows/cases.ts";
import { DirectDelivery } from "./flows/direct-delivery.ts";
import { HeldTime } from "./flows/held-time.ts";
import type { MemberDesigns } from "./flows/member-designs.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import { PhotoDelivery } from "./flows/photo-delivery.ts";
import { photoRetention } from "./flows/photo-retention.ts";
import type { PrintingFlow } from "./flows/printing.ts";
import { QueueCard } from "./flows/queue-card.ts";
import { photoHandlers } from "./handlers/photos.ts";
import { queueHandlers } from "./handlers/queue.ts";
import type { LazyRendering } from "./lazy-rendering.ts";
import { photoWriterFor } from "./photo-source.ts";

interface Parts {
  readonly config: Config;
  readonly designs: MemberDesigns;
  readonly inlislite: ReconnectingInlislite;
  readonly store: Store;
  readonly members: MemberDirectory;
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  readonly cases: CaseService;
  readonly timings: CaseTimings;
  readonly views: CaseViews;
  readonly printing: PrintingFlow;
  readonly left: CardsLeft;
  readonly renderer: LazyRendering;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What a page inside INLISLite asks for in one gesture: photos on their way home, and cards straight from a member. */
export function companionParts(parts: Parts) {
  const { config } = parts;
  const delivery = new PhotoDelivery(parts);
  const photos = new CasePhotos(parts.cases, parts.renderer);
  const direct = new DirectDelivery({ ...parts, photos, writer: photoWriterFor(config, parts) });
  const queue = new QueueCard({
    ...parts,
    standard: config.library.standard,
  });
  const retention = photoRetention({
    ...parts,
    held: new HeldTime(path.join(config.store.folder, "held-photos.json"), parts.clock),
    keepOriginalDays: config.photo.keepOriginalDays,
  });
  return {
    services: [retention.service],
    handlers: {
      ...photoHandlers({ ...parts, photos, delivery, direct }),
      ...queueHandlers({ ...parts, queue }),
    },
  };
}
