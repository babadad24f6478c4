import { connect, type Socket } from "node:net";
import { untilAborted } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { Inbox } from "./inbox.ts";
import type { Transport } from "./transport.ts";

/** A printer on the same network answers a call in milliseconds; one that is off answers never. */
const CONNECT_WITHIN_MS = 3_000;
/** For the printer to hang up after us. Many do not, and nothing is lost then. */
const HANG_UP_WITHIN_MS = 300;
const PIECE_BYTES = 64 * 1_024;

interface Place {
  readonly host: string;
  readonly port: number;
}

/** A network printer's raw port. Called for each visit: most take one caller at a time, and other desks print there too. */
class TcpTransport implements Transport {
  readonly answers = new Inbox();
  readonly pieceBytes = PIECE_BYTES;
  readonly model = undefined;
  readonly about;
  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #closed = Promise.withResolvers<void>();
  #failure: Error | undefined;

  constructor(socket: Socket, { host, port }: Place, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    this.about = { address: `${host.includes(":") ? `[${host}]` : host}:${port}` };
    socket.on("data", (bytes) => this.answers.add(bytes));
    socket.on("error", (error) => {
      this.#failure = error;
    });
    socket.on("close", () => {
      this.answers.end();
      this.#closed.resolve();
    });
  }

  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const taken = new Promise<void>((resolve, reject) => {
      this.#socket.write(bytes, (error) => (error ? reject(gone(error)) : resolve()));
    });
    await untilAborted(taken, signal);
  }

  /** The call itself was the check. */
  check(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  async release(): Promise<"closed"> {
    this.#socket.end();
    using budget = withBudget(this.#clock, HANG_UP_WITHIN_MS, new AbortController().signal, () => undefined);
    await untilAborted(this.#closed.promise, budget.signal).catch(() => undefined);
    this.#socket.destroy();
    if (this.#failure) throw gone(this.#failure);
    return "closed";
  }

  async discard(): Promise<void> {
    // A reset takes back what the system still holds: a ticket that was given up must not come out an hour later.
    this.#socket.resetAndDestroy();
  }
}

/** Rejects with `DEVICE_NOT_CONNECTED`, also when nobody takes the call. */
export async function openTcp(place: Place, clock: Clock, signal: AbortSignal): Promise<Transport> {
  using budget = withBudget(clock, CONNECT_WITHIN_MS, signal, () => new TitianError("DEVICE_NOT_CONNECTED"));
  const socket = connect({ ...place, noDelay: true });
  const connected = new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", (error) => reject(gone(error)));
  });
  try {
    await untilAborted(connected, budget.signal);
    return new TcpTransport(socket, place, clock);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function gone(cause: Error): TitianError {
  return new TitianError("DEVICE_NOT_CONNECTED", { cause });
}
