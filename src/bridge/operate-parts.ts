import path from "node:path";
import type { Clock } from "../kernel/clock.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import type { Handlers } from "./dispatch.ts";
import { ClockWatch } from "./flows/clock-watch.ts";
import type { Dependencies } from "./flows/dependencies.ts";
import { HeldTime } from "./flows/held-time.ts";
import type { MirrorInStep } from "./flows/members-in-step.ts";
import { Backups } from "./flows/operate/backups.ts";
import { DiskGuard } from "./flows/operate/disk-guard.ts";
import { roomOn } from "./flows/operate/disk-room.ts";
import { replacedRetention } from "./flows/operate/replaced-retention.ts";
import { withRoom } from "./flows/operate/room-for-work.ts";
import { StoreWatch } from "./flows/store-watch.ts";
import { privacyHandlers } from "./handlers/privacy.ts";
import { Copies } from "./privacy/copies.ts";
import { erasureNews } from "./privacy/erasure-news.ts";
import { Erasures } from "./privacy/erasures.ts";
import type { Launched } from "./updates/launched.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly hub: EventHub;
  readonly dependencies: Dependencies;
  readonly version: string;
  /** Undefined where a site keeps no copy of members. */
  readonly inStep: MirrorInStep | undefined;
  readonly launched?: Launched | undefined;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What keeps a desk running by itself: clock, disk, store, backups, and wishes to be forgotten. */
export function operateParts(parts: Parts) {
  const { config, clock, log } = parts;
  const { folder } = config.store;
  const guard = new DiskGuard({ ...parts, roomNow: () => roomOn(folder) });
  const held = new HeldTime(path.join(folder, "held-replaced.json"), clock);
  const erasures = new Erasures({
    ...{ store: parts.store, desk: config.desk.id, mirror: parts.inStep?.mirror, clock, log },
    copies: new Copies(config, parts.launched?.places.versions),
  });
  const services: readonly Service[] = [
    guard.service,
    replacedRetention({ folder, held, clock, log }).service,
    ...(config.backup.enabled ? [new Backups(parts).service] : []),
    erasureNews(parts.store, parts.hub),
    erasures.service,
  ];
  return {
    clockWatch: new ClockWatch(clock, log),
    storeWatch: new StoreWatch({ ...parts, folder }),
    services,
    handlers: privacyHandlers({ ...parts, erasures }),
    /** Refuses what the disk's last part is not for. */
    guarded: (handlers: Handlers): Handlers => withRoom(handlers, guard),
  };
}
