import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Service } from "../../../kernel/lifecycle.ts";
import type { Logger } from "../../../kernel/log.ts";
import { writeDurably } from "../../../store/durable-file.ts";
import { lastMonth, type ReportOrder, type ReportPack } from "./report-pack.ts";

const HOUR_MS = 60 * 60_000;
/** The start has other work first. */
const FIRST_AFTER_MS = 2 * 60_000;
/** One report; a month of thousands of cases takes seconds. */
const MADE_WITHIN_MS = 5 * 60_000;
/** Those without names: whoever reads the folder is not asked who they are. */
const MONTHLY = ["punctuality", "materials"] as const;
const FORMATS = ["pdf", "xlsx"] as const;

interface Dependencies {
  readonly pack: Pick<ReportPack, "make">;
  /** Undefined makes none. */
  readonly folder: string | undefined;
  readonly paper: ReportOrder["paper"];
  readonly timeZone: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Last month's reports in a folder, once each; a desk that was off on the first makes them when it is on again. */
export class MonthlyReports implements Service {
  readonly name = "monthly reports";
  readonly #deps: Dependencies;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async start(): Promise<void> {
    if (this.#deps.folder !== undefined) this.#running = this.#keepMaking().catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Whatever of last month is not there yet. The names of what was made; a report that cannot be made rejects. */
  async make(): Promise<readonly string[]> {
    const { pack, folder, paper, timeZone, clock, log } = this.#deps;
    if (folder === undefined) return [];
    const period = lastMonth(clock.now(), timeZone);
    const made: string[] = [];
    mkdirSync(folder, { recursive: true });
    for (const report of MONTHLY) {
      for (const format of FORMATS) {
        const file = path.join(folder, `titian-${period.from.slice(0, 7)}-${report}.${format}`);
        if (existsSync(file)) continue;
        const limit = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(MADE_WITHIN_MS)]);
        const { bytes } = await pack.make({ report, period, format, paper, language: "id" }, limit);
        writeDurably(file, bytes);
        made.push(path.basename(file));
        log.info("monthly report made", { report, format, month: period.from.slice(0, 7) });
      }
    }
    return made;
  }

  async #keepMaking(): Promise<void> {
    const { clock, log } = this.#deps;
    await clock.sleep(FIRST_AFTER_MS, this.#stopping.signal);
    for (;;) {
      try {
        await this.make();
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        // A folder on a server that is away: the next hour may find it.
        log.warn("monthly reports not made", { code: TitianError.from(error).code });
      }
      await clock.sleep(HOUR_MS, this.#stopping.signal);
    }
  }
}
