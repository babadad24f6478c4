import type { Discovery } from "../../devices/discovery.ts";
import type { DeviceSupervisor } from "../../devices/supervisor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { HotPlug } from "../usb/hot-plug.ts";

/** A device that was just plugged in brings its files and its queue up one after the other. */
const SETTLES_MS = 1_500;

interface Dependencies {
  readonly hotPlug: HotPlug;
  readonly supervisor: DeviceSupervisor;
  readonly discovery: Discovery;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A cable put in: devices that wait for it are tried at once, and what is new is looked at. */
export function plugging({ hotPlug, supervisor, discovery, clock, log }: Dependencies): Service {
  let running = new AbortController();
  let subscription: Disposable | undefined;
  const look = (): void => {
    discovery.look(running.signal).catch((error: unknown) => {
      if (!running.signal.aborted) log.warn("not looked around", { code: TitianError.from(error).code });
    });
  };
  const plugged = (): void => {
    supervisor.wakeLost();
    clock.sleep(SETTLES_MS, running.signal).then(
      () => {
        supervisor.wakeLost();
        look();
      },
      // The daemon stops.
      () => undefined,
    );
  };
  return {
    name: "plugging",
    async start() {
      running = new AbortController();
      subscription = subscribe(hotPlug.events, "changed", plugged);
      // Nobody looks around before something is plugged in or somebody asks: finders load libraries of several MiB.
      await hotPlug.start();
    },
    async stop() {
      running.abort();
      subscription?.[Symbol.dispose]();
      await hotPlug.stop();
    },
  };
}
