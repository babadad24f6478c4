import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { OpenInlislite } from "../reconnecting.ts";
import { checkGrants, type GrantCheck } from "./check-grants.ts";
import { MysqlMemberCountRepository } from "./member-count-repository.ts";
import { MysqlMemberFeed } from "./member-feed.ts";
import { MysqlMemberRepository } from "./member-repository.ts";
import { type Need, readingNeeds } from "./needs.ts";
import { MysqlOpeningDaysRepository } from "./opening-days-repository.ts";
import { type MysqlOptions, MysqlPool } from "./pool.ts";
import { type Probe, probe } from "./probe.ts";
import { MysqlSettingsRepository } from "./settings-repository.ts";

export interface MysqlInlislite extends OpenInlislite {
  readonly probe: Probe;
  /** What this user lacks, and what it could do beyond need. `more`: than reading. */
  checkGrants(signal: AbortSignal, more?: readonly Need[]): Promise<GrantCheck>;
}

/** Connects and probes. Rejects with `INLISLITE_UNREACHABLE`, `INLISLITE_REFUSED` or `INLISLITE_UNKNOWN_VERSION`. */
export async function openMysqlInlislite(
  options: MysqlOptions,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
  signal: AbortSignal,
): Promise<MysqlInlislite> {
  const pool = new MysqlPool(options, clock);
  try {
    const found = await probe(pool, clock, signal);
    log.info("INLISLite opened", {
      version: found.version,
      server: found.serverVersion,
      clockOffsetMs: found.clockOffsetMs,
      zoneOffsetMinutes: found.zoneOffsetMinutes,
    });
    return {
      version: found.version,
      probe: found,
      members: new MysqlMemberRepository(pool, found),
      settings: new MysqlSettingsRepository(pool, found),
      openingDays: new MysqlOpeningDaysRepository(pool, found),
      counts: new MysqlMemberCountRepository(pool, found, { clock }),
      feed: new MysqlMemberFeed(pool, found, clock),
      checkGrants: (until, more = []) => checkGrants(pool, [...readingNeeds(found.version), ...more], until),
      ping: async (until) => void (await pool.rows((knex) => knex.raw("SELECT 1"), until)),
      close: () => pool.close(),
    };
  } catch (error) {
    await pool.close();
    throw error;
  }
}
