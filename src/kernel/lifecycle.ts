import type { Logger } from "./log.ts";

/** Something that runs. `stop` may be called twice and after a failed `start`. */
export interface Service {
  readonly name: string;
  start(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Starts left to right and stops right to left; a half-failed start undoes itself. */
export class Lifecycle {
  readonly #services: readonly Service[];
  readonly #log: Logger;
  readonly #started: Service[] = [];

  constructor(services: readonly Service[], log: Logger) {
    this.#services = services;
    this.#log = log;
  }

  async start(signal: AbortSignal): Promise<void> {
    try {
      for (const service of this.#services) {
        signal.throwIfAborted();
        await service.start(signal);
        this.#started.push(service);
        this.#log.debug("service started", { service: service.name });
      }
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    for (const service of this.#started.splice(0).reverse()) {
      // One service that cannot stop must not keep the printer or the camera claimed.
      await service
        .stop()
        .catch((error: unknown) => this.#log.error("service did not stop", { service: service.name, error }));
    }
  }
}
