import { drivers } from "../../../drivers/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import { type Bridge, compose } from "../compose.ts";
import type { Config } from "../config/schema.ts";
import { SignsOfLife } from "../notify.ts";
import { VERSION, WEB_ROOT } from "../release.ts";
import type { SetupPlace } from "../setup/setup-place.ts";
import type { Launched } from "../updates/launched.ts";

export interface DaemonOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly checksResults: boolean;
  /** Where it was started by its launcher. */
  readonly launched?: Launched | undefined;
  /** Where titian.toml is kept, or is to be written. */
  readonly setup?: SetupPlace;
}

export interface RunningDaemon {
  readonly bridge: Bridge;
  stop(): Promise<void>;
}

/** Composes and starts everything; a start that fails has undone itself. */
export async function startDaemon(options: DaemonOptions, signal: AbortSignal): Promise<RunningDaemon> {
  const { config, clock, log, checksResults, launched, setup } = options;
  const around = {
    ...{ clock, log, drivers, checksResults, launched, version: VERSION, webRoot: WEB_ROOT },
    ...(setup && { setup }),
  };
  const bridge = await compose(config, around);
  const signs = new SignsOfLife({ environment: process.env, clock, log });
  await bridge.lifecycle.start(signal);
  await signs.start();
  return {
    bridge,
    async stop() {
      await signs.stop();
      await bridge.lifecycle.stop();
    },
  };
}

/** Windows has no SIGTERM: a supervisor holds a channel, and lets it go when the daemon is to stop, or when it has died itself. */
const HAS_SUPERVISOR = process.connected === true;

/** Resolves at the first SIGINT or SIGTERM, or when the supervisor lets go; a second signal ends the process the hard way. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve());
    if (!HAS_SUPERVISOR) return;
    process.once("disconnect", () => resolve());
    // Listening would keep a process alive that has nothing else to do, such as one whose port is taken.
    process.channel?.unref();
    if (!process.connected) resolve();
  });
}
