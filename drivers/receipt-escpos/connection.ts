import type { Roads } from "./roads.ts";
import type { Transport } from "./transport.ts";

/** The way to the printer: opened when it is needed, kept where it may be kept, and thrown away after any failure. */
export class Connection {
  readonly #roads: Pick<Roads, "open">;
  #kept: Transport | undefined;

  constructor(roads: Pick<Roads, "open">) {
    this.#roads = roads;
  }

  async visit<T>(work: (transport: Transport) => Promise<T>, signal: AbortSignal): Promise<T> {
    const transport = this.#kept ?? (await this.#roads.open(signal));
    this.#kept = transport;
    try {
      const result = await work(transport);
      if ((await transport.release()) === "closed") this.#kept = undefined;
      return result;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const transport = this.#kept;
    this.#kept = undefined;
    await transport?.discard();
  }
}
