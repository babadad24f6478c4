import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Static } from "typebox";
import { versionIn } from "../../../service-install/versions/start.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { EventHub } from "../broadcast.ts";
import type { Config } from "../config/schema.ts";
import { Repeating } from "../flows/repeating.ts";
import type { UpdateView } from "../protocol/update-shapes.ts";
import { confirmTrial } from "./confirm.ts";
import type { DeskWork } from "./desk-work.ts";
import type { Launched } from "./launched.ts";
import { INBOX, type Order, type ToldFile, takeOrder } from "./orders.ts";
import { probation } from "./probation.ts";
import { prune } from "./prune.ts";
import { forgetSwitch } from "./switch-record.ts";
import type { Trial } from "./trial.ts";
import type { Updates, UpdatesDependencies } from "./updates.ts";

/** Somebody who has pressed a button waits for it. */
const STEP_EVERY_MS = 2_000;
/** After the start, whose own work comes first. */
const FIRST_LOOK_AFTER_MS = 60_000;
const HOUR_MS = 60 * 60_000;
/** Nobody has worked at the desk for so long: they are at lunch, or have gone home. */
const IDLE_MS = 30 * 60_000;

interface Duty {
  readonly updates: Updates;
  readonly launched: Launched;
  readonly work: DeskWork;
  readonly remember: UpdatesDependencies["remember"];
  readonly view: () => Static<typeof UpdateView>;
  readonly told: ToldFile;
  readonly settings: Config["updates"];
  readonly running: string;
  readonly port: () => number;
  /** Ends with the confirmation. */
  readonly trial: Trial;
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly log: Logger;
}

/** After everything that serves this desk: with its start a version on trial says that it is well. */
export function updateDuty(duty: Duty): readonly Service[] {
  const { updates, settings, running, launched, clock, log } = duty;
  const { versions } = launched.places;
  const look = new Repeating({
    ...{ name: "update looks", clock, log, firstAfterMs: FIRST_LOOK_AFTER_MS },
    everyMs: settings.checkEveryHours * HOUR_MS,
    work: (signal) => (updates.isWanted ? undefined : updates.check(signal)),
    failed: { level: "warn", msg: "could not look for a newer version" },
  });
  const steps = new Repeating({
    ...{ name: "update steps", clock, log, firstAfterMs: STEP_EVERY_MS, everyMs: STEP_EVERY_MS },
    work: (signal) => step(duty, signal),
    failed: { level: "warn", msg: "the update does not go on" },
  });
  const proving = probation({ versions, running, clock, log });
  return [settling(duty), proving, ...(settings.from === undefined ? [] : [look]), steps];
}

function settling(duty: Duty): Service {
  const { updates, launched, remember, running, hub, view, clock, log, work } = duty;
  const { versions, base } = launched.places;
  let subscription: Disposable | undefined;
  return {
    name: "updates",
    async start(signal) {
      const { leftBehind } = launched;
      tidyUp(() => mkdirSync(versions, { recursive: true, mode: 0o750 }), log);
      const itsBase = versionIn(base);
      const tell = (from: string): void => remember("update.confirmed", { from, to: running });
      await confirmTrial({ versions, running, clock, tell, base: itsBase, port: duty.port() }, signal);
      duty.trial.end();
      if (leftBehind) {
        remember("update.leftBehind", leftBehind);
        // Not before: a power cut must not take the news with it.
        forgetSwitch(versions);
      }
      await updates.takeUp(signal);
      tidyUp(() => prune(versions, updates.pointer, itsBase, clock.now()), log);
      subscription = subscribe(updates.events, "changed", () => {
        hub.publish("update.changed", view());
        duty.told.say();
      });
      duty.told.say();
    },
    async stop() {
      subscription?.[Symbol.dispose]();
      work[Symbol.dispose]();
    },
  };
}

/** What cannot be made or removed is tried again at the next start; the desk works without. */
function tidyUp(work: () => void, log: Logger): void {
  try {
    work();
  } catch (error) {
    log.warn("the folder of versions is not in order", {
      code: (error as NodeJS.ErrnoException).code ?? "?",
    });
  }
}

async function step(duty: Duty, signal: AbortSignal): Promise<void> {
  const { updates, settings, work, launched } = duty;
  const order = takeOrder(launched.places.versions);
  if (order) await obey(duty, order, signal);
  const isIdle = settings.install === "idle" && work.quietForMs >= IDLE_MS;
  if (isIdle && updates.state.phase === "available" && !updates.state.problem) await updates.want(signal);
  if (!updates.isWanted) return;
  await updates.advance(signal);
  // Unpacked, or of no use: a copy of it is not needed again.
  if (!updates.isWanted || updates.isStaged) clearInbox(launched);
}

async function obey(duty: Duty, { id, what }: Order, signal: AbortSignal): Promise<void> {
  const { updates, launched, told } = duty;
  let code: ErrorCode | null = null;
  try {
    if (what === "check") await updates.check(signal);
    if (what === "apply") {
      await updates.check(signal);
      await updates.want(signal);
    }
    if (what === "rollback") updates.takeBack();
  } catch (error) {
    signal.throwIfAborted();
    code = TitianError.from(error).code;
    if (what === "apply") clearInbox(launched);
  }
  told.say({ id, code });
}

const clearInbox = ({ places }: Launched): void =>
  rmSync(path.join(places.versions, INBOX), { recursive: true, force: true });
