import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import type { Clock } from "../../kernel/clock.ts";
import type { ErrorCode, TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import { writeDurably } from "../../store/durable-file.ts";
import type { Dependencies as DependencyStates } from "./dependencies.ts";

/** How often a disk in trouble is tried, ms. */
const EVERY_MS = 2_000;
/** A photo and a few events fit into it. */
const TRIAL_BYTES = 512 * 1024;
/** What somebody can mend while Titian runs. */
const MENDABLE: readonly ErrorCode[] = ["STORE_FULL", "STORE_UNUSABLE"];

interface Dependencies {
  readonly folder: string;
  readonly dependencies: DependencyStates;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Says that the store takes nothing more, and tries its disk until it does again. */
export class StoreWatch implements Service {
  readonly name = "store watch";
  readonly events = new EventEmitter<{ recovered: [] }>();
  readonly #deps: Dependencies;
  readonly #stopping = new AbortController();
  #watching: Promise<void> | undefined;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Told of every write that was refused. */
  refused({ code }: TitianError): void {
    if (!MENDABLE.includes(code)) return;
    this.#deps.dependencies.report("store", "down", code);
    this.#watching ??= this.#untilItTakes().catch(() => undefined);
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#watching;
  }

  async #untilItTakes(): Promise<void> {
    const { clock, dependencies, log } = this.#deps;
    log.error("store takes nothing more");
    do await clock.sleep(EVERY_MS, this.#stopping.signal);
    while (!this.#takes());
    this.#watching = undefined;
    log.info("store takes events again");
    dependencies.report("store", "ok");
    this.events.emit("recovered");
  }

  /** Free space as the system counts it knows nothing of quotas and rights, so it is tried. */
  #takes(): boolean {
    const file = path.join(this.#deps.folder, "trial");
    try {
      writeDurably(file, randomBytes(TRIAL_BYTES));
      rmSync(file);
      return true;
    } catch {
      // The next trial says the same, or that it is over.
      return false;
    }
  }
}
