import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import { openStore } from "../store/store.ts";
import type { Config } from "./config/schema.ts";
import { CaseTimings } from "./flows/case-timings.ts";
import { CaseResults } from "./flows/sla/case-results.ts";
import { judgingRules } from "./standard-parts.ts";

/** Judges every case of the store again, while no daemon runs. Returns how many there are. */
export function rebuildResults(config: Config, clock: Clock, log: Logger): number {
  const { folder } = config.store;
  using store = openStore({ folder, desk: config.desk.id, clock, log });
  const { shelf: standards, judgingFor } = judgingRules({ config, store, clock });
  // Every case that was opened says by itself whether it needs a photo.
  const work = { needsPhoto: () => true, route: config.cards.route };
  const timings = new CaseTimings({ store, standards, work, clock });
  return new CaseResults({ store, timings, judgingFor, clock, log }).rebuild();
}
