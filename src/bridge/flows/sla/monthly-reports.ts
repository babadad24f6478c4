import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Clock } from "../../../kernel/clock.ts";
import type { Logger } from "../../../kernel/log.ts";
import { writeDurably } from "../../../store/durable-file.ts";
import { Repeating } from "../repeating.ts";
import { lastMonth, type ReportOrder, type ReportPack } from "./report-pack.ts";

const HOUR_MS = 60 * 60_000;
const FIRST_AFTER_MS = 2 * 60_000;
/** One report; a month of thousands of cases takes seconds. */
const MADE_WITHIN_MS = 5 * 60_000;
/** Those without names: whoever reads the folder is not asked who they are. Members last: they alone wait for INLISLite. */
const MONTHLY = ["punctuality", "materials", "complaints", "survey", "members"] as const;
const FORMATS = ["pdf", "xlsx"] as const;

interface Dependencies {
  readonly pack: Pick<ReportPack, "make">;
  readonly folder: string;
  readonly paper: ReportOrder["paper"];
  readonly timeZone: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Last month's reports in a folder, once each; a desk that was off on the first makes them when it is on again. */
export class MonthlyReports {
  readonly service: Repeating;
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.service = new Repeating({
      name: "monthly reports",
      ...{ clock, log, firstAfterMs: FIRST_AFTER_MS, everyMs: HOUR_MS },
      work: async (signal) => void (await this.make(signal)),
      // A folder on a server that is away: the next hour may find it.
      failed: { level: "warn", msg: "monthly reports not made" },
    });
  }

  /** Whatever of last month is not there yet. The names of what was made; a report that cannot be made rejects. */
  async make(signal: AbortSignal): Promise<readonly string[]> {
    const { pack, folder, paper, timeZone, clock, log } = this.#deps;
    const period = lastMonth(clock.now(), timeZone);
    const made: string[] = [];
    mkdirSync(folder, { recursive: true });
    for (const report of MONTHLY) {
      for (const format of FORMATS) {
        const file = path.join(folder, `titian-${period.from.slice(0, 7)}-${report}.${format}`);
        if (existsSync(file)) continue;
        const limit = AbortSignal.any([signal, AbortSignal.timeout(MADE_WITHIN_MS)]);
        const { bytes } = await pack.make(
          { report, period, format, paper, language: "id", isWhole: true },
          limit,
        );
        writeDurably(file, bytes);
        made.push(path.basename(file));
        log.info("monthly report made", { report, format, month: period.from.slice(0, 7) });
      }
    }
    return made;
  }
}
