import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import { Zone } from "../../../sla/zone.ts";
import { backupsIn, pruneBackups } from "../../../store/backup-folder.ts";
import type { Store } from "../../../store/store.ts";
import type { Config } from "../../config/schema.ts";
import type { Dependencies as DependencyStates } from "../dependencies.ts";
import { Repeating } from "../repeating.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The start has other work first; a desk that has never been backed up is, soon after. */
const FIRST_AFTER_MS = 5 * MINUTE_MS;
const EVERY_MS = 10 * MINUTE_MS;
/** A desk that is switched off every day before the hour is backed up all the same. */
const LATEST_AFTER_MS = 30 * HOUR_MS;
/** Longer than a weekend with its holiday. */
export const OLD_AFTER_MS = 4 * 24 * HOUR_MS;

interface Dependencies {
  readonly config: Pick<Config, "backup" | "desk" | "library">;
  readonly store: Pick<Store, "backup">;
  readonly dependencies: Pick<DependencyStates, "report">;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A verified backup every day, the newest few kept. Says so when there is none, or none that is young. */
export class Backups {
  readonly service: Repeating;
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.service = new Repeating({
      name: "backups",
      ...{ clock, log, firstAfterMs: FIRST_AFTER_MS, everyMs: EVERY_MS },
      work: (signal) => this.turn(signal),
      failed: { level: "error", msg: "backup not made" },
    });
  }

  /** Backs up when it is time to. What goes wrong is reported and thrown. */
  async turn(signal: AbortSignal): Promise<void> {
    const { dependencies } = this.#deps;
    try {
      if (this.#isDue()) await this.#make(signal);
      const isOld = this.#ageMs() > OLD_AFTER_MS;
      dependencies.report("backup", isOld ? "degraded" : "ok", isOld ? "BACKUP_OLD" : undefined);
    } catch (error) {
      signal.throwIfAborted();
      dependencies.report("backup", "degraded", TitianError.from(error).code);
      throw error;
    }
  }

  async #make(signal: AbortSignal): Promise<void> {
    const { config, store, version, clock, log } = this.#deps;
    const { folder, keep } = config.backup;
    const startedMs = clock.monotonicMs();
    const { bytes, lastSeq } = await store.backup(folder, version, signal);
    const removed = pruneBackups(folder, config.desk.id, keep);
    log.info("store backed up", { bytes, lastSeq, removed, tookMs: clock.monotonicMs() - startedMs });
  }

  #isDue(): boolean {
    const { config, clock } = this.#deps;
    const newest = this.#newest();
    if (!newest) return true;
    const zone = new Zone(config.library.timeZone);
    const now = clock.now();
    const [hour = 0, minute = 0] = config.backup.at.split(":").map(Number);
    const due = zone.instantOf({ date: zone.localOf(now).date, minutes: hour * 60 + minute });
    const isHour = now >= due && newest < due;
    return isHour || this.#ageMs() > LATEST_AFTER_MS;
  }

  /** Infinite before the first. */
  #ageMs(): number {
    const newest = this.#newest();
    return newest ? this.#deps.clock.now().getTime() - newest.getTime() : Number.POSITIVE_INFINITY;
  }

  /** One from the future was named by a clock that was wrong, and says nothing about today. */
  #newest(): Date | undefined {
    const { config, clock } = this.#deps;
    const latest = clock.now().getTime() + HOUR_MS;
    return backupsIn(config.backup.folder, config.desk.id).find(({ at }) => at.getTime() <= latest)?.at;
  }
}
