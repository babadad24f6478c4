import { TitianError } from "../../kernel/errors.ts";
import type { Call, SessionInfo } from "../dispatch.ts";
import type { ClientMessage } from "../protocol/envelope.ts";
import type { Channel } from "./channel.ts";
import type { Wire } from "./wire.ts";

type Asking = Extract<ClientMessage, { type: "request" }>;

/** The requests of one session that have no answer yet. */
export class Requests {
  readonly #wire: Pick<Wire, "dispatcher" | "limits">;
  readonly #channel: Channel;
  readonly #calls = new Map<number, Call>();

  constructor(wire: Pick<Wire, "dispatcher" | "limits">, channel: Channel) {
    this.#wire = wire;
    this.#channel = channel;
  }

  /** The reason why not, when it was not started. */
  start(asking: Asking, info: SessionInfo): TitianError | undefined {
    const { id } = asking;
    if (this.#calls.has(id)) return new TitianError("BAD_REQUEST", { details: { at: "/id" } });
    if (this.#calls.size >= this.#wire.limits.inFlight) return new TitianError("TOO_MANY_REQUESTS");

    const call = this.#wire.dispatcher.start(asking, info, {
      result: (result) => {
        this.#calls.delete(id);
        this.#channel.message({ type: "result", id, result });
      },
      failure: (error) => {
        this.#calls.delete(id);
        this.#channel.failure(id, error);
      },
    });
    if (call) this.#calls.set(id, call);
    return undefined;
  }

  /** An id without a request is no fault: the answer was on its way already. */
  cancel(id: number): void {
    this.#calls.get(id)?.cancel();
  }

  cancelAll(): void {
    for (const call of [...this.#calls.values()]) call.cancel();
  }
}
