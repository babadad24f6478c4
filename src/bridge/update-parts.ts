import path from "node:path";
import type { PrintLedger } from "../cards/print-ledger.ts";
import type { DeviceRegistry } from "../devices/registry.ts";
import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import { newestSchema } from "../store/migrations.ts";
import type { Store } from "../store/store.ts";
import { workSince } from "../store/work-since.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import type { CaseTimings } from "./flows/case-timings.ts";
import type { JudgingFor } from "./flows/sla/judging-for.ts";
import { updateHandlers } from "./handlers/updates.ts";
import { DeskWork } from "./updates/desk-work.ts";
import type { Launched } from "./updates/launched.ts";
import { INBOX, ToldFile } from "./updates/orders.ts";
import { BACKUPS } from "./updates/prune.ts";
import { inboxSource, sourceOf, stagedSource } from "./updates/source.ts";
import { Trial } from "./updates/trial.ts";
import { updateDuty } from "./updates/update-duty.ts";
import { updateView } from "./updates/update-view.ts";
import { Updates, type UpdatesDependencies } from "./updates/updates.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly devices: DeviceRegistry;
  readonly ledger: PrintLedger;
  readonly timings: CaseTimings;
  readonly judgingFor: JudgingFor;
  readonly hub: EventHub;
  readonly port: () => number;
  /** Undefined for a Titian that was started without its launcher. */
  readonly launched?: Launched | undefined;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** New versions of Titian: where they come from, when they are taken, and how this one says that it is well. */
export function updateParts(parts: Parts) {
  const { config, store, hub, launched, version, clock, log } = parts;
  if (!launched)
    return {
      handlers: updateHandlers(undefined, () => updateView({ running: version })),
      services: [],
      holdsBack: () => false,
    };
  const { versions } = launched.places;
  const { id: desk } = config.desk;
  const work = deskWork(parts);
  const remember: UpdatesDependencies["remember"] = (type, data) => {
    try {
      store.events.append({ stream: `update/${desk}`, type, data } as never);
    } catch (error) {
      // News that nobody waits for: a full disk is reported by whoever else writes.
      log.warn("event not written down", { type, code: TitianError.from(error).code });
    }
  };
  const { from } = config.updates;
  const configured = from === undefined ? [] : [sourceOf(from)];
  const updates = new Updates({
    ...{ launched, remember, clock, log, running: version, storeSchema: newestSchema() },
    sources: [stagedSource(versions), inboxSource(path.join(versions, INBOX)), ...configured],
    busyWith: () => work.busyWith,
    backup: (signal) => store.backup(path.join(versions, BACKUPS), version, signal),
    workedSince: (lastSeq) => workSince(config.store.folder, desk, lastSeq).worked,
  });
  const view = () =>
    updateView({ running: version, updates, settings: config.updates, busyWith: work.busyWith });
  const trial = new Trial(versions, version);
  const duty = updateDuty({
    ...{ updates, launched, work, trial, remember, view, hub, clock, log, running: version },
    told: new ToldFile(versions, view, log),
    ...{ settings: config.updates, port: parts.port },
  });
  return { handlers: updateHandlers(updates, view), services: duty, holdsBack: () => trial.isOn };
}

function deskWork({ config, store, timings, judgingFor, devices, ledger, clock }: Parts): DeskWork {
  return new DeskWork({
    ...{ store, timings, judgingFor, clock, desk: config.desk.id },
    printers: () => devices.all.map(({ id }) => id),
    isPrinting: (printer) => ledger.running(printer) !== undefined,
  });
}
