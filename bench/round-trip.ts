import { once } from "node:events";
import { WebSocket } from "ws";
import { childServer } from "./child-server.ts";
import { type Measurement, median } from "./measurement.ts";
import { onOneCore } from "./one-core.ts";

const ROUNDS = 5;
const ROUND_TRIPS = 1_500;
const PIPELINED = 12_000;
/** As many as a session may have without an answer. */
const IN_FLIGHT = 32;

/** Sends `{ system.ping }` and waits for whatever comes back; the echo server returns the same text. */
class Pinger implements Disposable {
  readonly #socket: WebSocket;
  #id = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async connect(port: number, token?: string): Promise<Pinger> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { origin: `http://127.0.0.1:${port}` });
    if (token === undefined) await once(socket, "open");
    else {
      await once(socket, "message");
      socket.send(JSON.stringify({ type: "session.open", schema: 1, token, language: "id" }));
      await once(socket, "message");
    }
    return new Pinger(socket);
  }

  /** Median microseconds of one request after the other. */
  async p50(): Promise<number> {
    const laps: number[] = [];
    for (let lap = 0; lap < ROUND_TRIPS; lap++) {
      const start = performance.now();
      await this.#exchange(1, 1);
      laps.push((performance.now() - start) * 1_000);
    }
    return median(laps);
  }

  /** Requests a second with a full window. */
  async perSecond(): Promise<number> {
    const start = performance.now();
    await this.#exchange(PIPELINED, IN_FLIGHT);
    return PIPELINED / ((performance.now() - start) / 1_000);
  }

  #exchange(count: number, window: number): Promise<void> {
    let sent = 0;
    let received = 0;
    return new Promise((resolve) => {
      const send = () => {
        sent += 1;
        this.#socket.send(`{"type":"request","id":${++this.#id},"command":"system.ping","params":{}}`);
      };
      const onMessage = () => {
        received += 1;
        if (sent < count) send();
        if (received < count) return;
        this.#socket.off("message", onMessage);
        resolve();
      };
      this.#socket.on("message", onMessage);
      while (sent < Math.min(window, count)) send();
    });
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }
}

/** Our socket and the echo in turns, so that whatever else the machine does falls on both. */
async function inTurns(
  unit: string,
  place: (...pids: number[]) => Disposable | undefined,
  measure: (pinger: Pinger) => Promise<number>,
): Promise<Measurement> {
  await using echo = await childServer("echo");
  await using wire = await childServer("wire");
  using _placed = place(process.pid, echo.pid, wire.pid);
  using floor = await Pinger.connect(echo.port);
  using ours = await Pinger.connect(wire.port, wire.token);
  await measure(floor);
  await measure(ours);
  const rounds: { readonly ours: number; readonly floor: number }[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ floor: await measure(floor), ours: await measure(ours) });
  return { unit, ours: median(rounds.map((one) => one.ours)), floor: median(rounds.map((one) => one.floor)) };
}

/** Microseconds for `system.ping` through the whole wire, against a bare ws echo. */
export const roundTrip = (): Promise<Measurement> => inTurns("µs", onOneCore, (pinger) => pinger.p50());

/** The same, pipelined, in requests a second. Higher is better. */
export const throughput = (): Promise<Measurement> =>
  inTurns("requests/s", anywhere, (pinger) => pinger.perSecond());

/** A pipeline keeps both cores awake by itself. */
const anywhere = (): undefined => undefined;
