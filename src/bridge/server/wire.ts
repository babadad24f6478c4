import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { EventHub } from "../broadcast.ts";
import type { Dispatcher } from "../dispatch.ts";
import type { Limits } from "./limits.ts";
import type { Pairing } from "./pairing.ts";
import type { ScreenTokens } from "./screen-pages.ts";

/** What every session of one daemon shares. */
export interface Wire {
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Limits;
  readonly dispatcher: Dispatcher;
  readonly hub: EventHub;
  readonly pairing: Pairing;
  /** Random at every start; only the console's own page can read it. */
  readonly consoleToken: string;
  /** Random at every start too; each is good for what that screen may do, and for nothing more. */
  readonly screenTokens: ScreenTokens;
  readonly isReady: () => boolean;
  /** Nobody may begin anything yet. */
  readonly holdsBack: () => boolean;
}
