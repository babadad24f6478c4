import { PROBATION_MS, trusted, withStartGivenBack } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import { isOnTrial } from "./trial.ts";

interface Parts {
  readonly versions: string;
  readonly running: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * A version that answers at its start may still hang or end at what comes later. Until it has run for `PROBATION_MS` in one go,
 * the launcher counts its starts, and goes back when they are used up.
 */
export function probation({ versions, running, clock, log }: Parts): Service {
  const stopping = new AbortController();
  let waiting: Promise<void> = Promise.resolve();
  const untilTrusted = async (): Promise<void> => {
    await clock.sleep(PROBATION_MS, stopping.signal);
    const pointer = onProbation(versions, running);
    if (!pointer) return;
    writePointer(versions, trusted(pointer));
    log.info("this version has proved itself", { version: running });
  };
  return {
    name: "probation",
    async start() {
      if (!onProbation(versions, running)) return;
      waiting = untilTrusted().catch((error: unknown) => {
        if (!stopping.signal.aborted) log.warn("the probation does not end", { version: running, error });
      });
    },
    async stop() {
      stopping.abort();
      await waiting;
    },
  };
}

/** For a daemon that somebody has ended: a PC that is switched off early says nothing against its version. */
export function giveStartBack(versions: string, running: string): void {
  const pointer = onProbation(versions, running);
  try {
    if (pointer) writePointer(versions, withStartGivenBack(pointer));
  } catch {
    // A full disk: one start less is no reason to end with a fault.
  }
}

/** Nothing that goes wrong in it is this desk's to mend: the version before takes over. */
export const hasToProveItself = (versions: string, running: string): boolean =>
  isOnTrial(versions, running) || onProbation(versions, running) !== undefined;

function onProbation(versions: string, running: string) {
  const pointer = readPointer(versions);
  return pointer?.probation && pointer.current === running ? pointer : undefined;
}
