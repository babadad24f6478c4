import type { DriverManifest } from "../../../devices/index.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { Config } from "../../config/schema.ts";
import type { Language } from "../../messages/messages.ts";

export const OUTCOMES = ["ok", "warn", "fail"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Finding {
  readonly check: string;
  readonly outcome: Outcome;
  /** What was seen. */
  readonly what: string;
  /** What to do; absent when nothing is to be done. */
  readonly mend?: string;
}

/** What every check gets. A check never changes anything and never throws; it has a budget of its own. */
export interface CheckSurroundings {
  readonly config: Config;
  readonly drivers: readonly DriverManifest[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly language: Language;
}

export interface Check {
  readonly name: string;
  run(surroundings: CheckSurroundings, signal: AbortSignal): Promise<readonly Finding[]>;
}
