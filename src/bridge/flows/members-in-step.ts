import path from "node:path";
import type { ReconnectingInlislite } from "../../inlislite/reconnecting.ts";
import { MembersInStep } from "../../inlislite/sync/members-in-step.ts";
import type { MirrorStore } from "../../inlislite/sync/mirror.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import { eraseMirror } from "../../store/mirror/erase.ts";
import { SqliteMirrorStore } from "../../store/mirror/mirror-store.ts";
import type { Config } from "../config/schema.ts";
import type { InStep } from "./in-step.ts";

/** Beside the store; not part of it. */
export const mirrorFile = (config: Pick<Config, "store">): string =>
  path.join(config.store.folder, "mirror.sqlite");

export interface MirrorInStep extends InStep, Service {
  readonly mirror: MirrorStore;
}

interface Dependencies {
  readonly config: Config;
  readonly inlislite: ReconnectingInlislite;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The copy of members and what keeps it in step, as one service. Undefined where none is kept; an old one is then erased. */
export function membersInStep({ config, inlislite, clock, log }: Dependencies): MirrorInStep | undefined {
  const file = mirrorFile(config);
  const { mirror: isOn, pollEveryMs, comparedRowsPerSecond, keepDays } = config.sync;
  if (!isOn) {
    eraseMirror(file);
    return undefined;
  }
  const mirror = new SqliteMirrorStore({ file, clock });
  const engine = new MembersInStep({
    ...{ inlislite, mirror, clock, log },
    options: { isOn, pollEveryMs, comparedRowsPerSecond, keepDays, source: sourceOf(config) },
  });
  return {
    name: engine.name,
    events: engine.events,
    mirror,
    get status() {
      return engine.status;
    },
    start: (signal) => engine.start(signal),
    async stop() {
      await engine.stop();
      mirror.close();
    },
  };
}

function sourceOf({ inlislite: { mode, host, port, database } }: Config): string {
  return mode === "embedded" ? mode : `${host}:${port}/${database}`;
}
