import path from "node:path";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import { ComplaintOffers } from "./flows/complaints/complaint-offer.ts";
import { complaintRetention } from "./flows/complaints/complaint-retention.ts";
import { ComplaintStatistics } from "./flows/complaints/complaint-statistics.ts";
import { ComplaintTexts } from "./flows/complaints/complaint-texts.ts";
import { ComplaintTimings } from "./flows/complaints/complaint-timings.ts";
import { ComplaintViews } from "./flows/complaints/complaint-views.ts";
import { Complaints } from "./flows/complaints/complaints.ts";
import { HeldTime } from "./flows/held-time.ts";
import type { SiteCalendar } from "./flows/sla/site-calendar.ts";
import type { StandardShelf } from "./flows/sla/standard-shelf.ts";
import { complaintHandlers } from "./handlers/complaints.ts";

interface Parts {
  readonly config: Pick<Config, "library" | "store" | "complaints">;
  readonly store: Store;
  readonly standards: StandardShelf;
  readonly calendar: SiteCalendar;
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Complaints, from the intake to the figures, and the rule by which their texts are erased. */
export function complaintParts({ config, ...rest }: Parts) {
  const { timeZone, standard } = config.library;
  const { keepDays } = config.complaints;
  const texts = new ComplaintTexts(rest.store);
  const timings = new ComplaintTimings(rest);
  const parts = { ...rest, texts, timings, timeZone };
  const statistics = new ComplaintStatistics(parts);
  const held = new HeldTime(path.join(config.store.folder, "held-complaints.json"), rest.clock);
  const views = new ComplaintViews(parts);
  return {
    ...{ statistics, views },
    handlers: complaintHandlers({
      ...{ ...parts, views },
      complaints: new Complaints(parts),
      offers: new ComplaintOffers({ ...parts, standard, keepDays }),
      statistics,
    }),
    services: [complaintRetention({ ...parts, held, keepDays }).service],
  };
}
