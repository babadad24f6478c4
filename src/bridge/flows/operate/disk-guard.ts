import type { Clock } from "../../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { Dependencies as DependencyStates } from "../dependencies.ts";
import { Repeating } from "../repeating.ts";
import type { DiskRoom } from "./disk-room.ts";

const EVERY_MS = 20_000;

interface Dependencies {
  readonly roomNow: () => DiskRoom;
  readonly dependencies: Pick<DependencyStates, "report">;
  readonly clock: Clock;
  readonly log: Logger;
}

const CODES: Readonly<Record<DiskRoom["state"], ErrorCode | undefined>> = {
  enough: undefined,
  low: "DISK_LOW",
  last: "DISK_NEARLY_FULL",
};

/**
 * Looks at the store's disk, says early that it fills up, and keeps its last part for what is under way: photos and prints that
 * have not begun are refused while events of running cases still fit.
 */
export class DiskGuard {
  readonly service: Repeating;
  readonly #deps: Dependencies;
  #state: DiskRoom["state"] = "enough";
  #freeBytes = 0;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.service = new Repeating({
      name: "disk guard",
      ...{ clock, log, firstAfterMs: 0, everyMs: EVERY_MS },
      work: () => this.look(),
      failed: { level: "warn", msg: "disk not measured" },
    });
  }

  look(): void {
    const { roomNow, dependencies, log } = this.#deps;
    const { state, freeBytes } = roomNow();
    if (state !== this.#state)
      log[state === "enough" ? "info" : "warn"]("disk room changed", { state, freeBytes });
    this.#state = state;
    this.#freeBytes = freeBytes;
    dependencies.report("disk", state === "enough" ? "ok" : "degraded", CODES[state]);
  }

  /** Throws `DISK_NEARLY_FULL`, or `STORE_FULL` when nothing is left. Measured again while it is so: room that was made counts. */
  assertRoom(): void {
    if (this.#state !== "last") return;
    this.look();
    if (this.#state === "last")
      throw new TitianError(this.#freeBytes === 0 ? "STORE_FULL" : "DISK_NEARLY_FULL");
  }
}
