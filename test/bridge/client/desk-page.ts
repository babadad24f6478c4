import { WebSocket } from "ws";
import { type ClientState, type Timer, TitianClient } from "../../../src/bridge/client/client.ts";

/** Timers that fire when a test says so, in the order of their time. */
export class ManualTimers {
  #waiting: { readonly ms: number; readonly work: () => void }[] = [];

  readonly timer: Timer = (ms, work) => {
    const one = { ms, work };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  };

  get pauses(): number[] {
    return this.#waiting.map(({ ms }) => ms);
  }

  /** Fires everything that waits at most so long. */
  fire(ms: number): void {
    const due = this.#waiting.filter((one) => one.ms <= ms);
    this.#waiting = this.#waiting.filter((one) => one.ms > ms);
    for (const { work } of due) work();
  }
}

export interface DeskPage extends Disposable {
  readonly client: TitianClient;
  readonly timers: ManualTimers;
  readonly states: ClientState[];
  readonly sockets: WebSocket[];
  /** What the page keeps as its token. */
  readonly kept: { token: string | null };
  until(name: ClientState["name"]): Promise<ClientState>;
}

/** The client as a page uses it, over a real socket. */
export function deskPage(port: () => number, token: string | null, origin?: string): DeskPage {
  const timers = new ManualTimers();
  const sockets: WebSocket[] = [];
  const kept = { token };
  const client = new TitianClient({
    url: "ws://127.0.0.1/ws",
    language: "id",
    timer: timers.timer,
    random: () => 1,
    openSocket: () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port()}/ws`, {
        origin: origin ?? `http://127.0.0.1:${port()}`,
      });
      sockets.push(socket);
      return socket;
    },
    tokens: {
      get: () => kept.token,
      set: (fresh) => {
        kept.token = fresh;
      },
    },
  });
  const states: ClientState[] = [];
  client.onState((state) => states.push(state));
  return {
    ...{ client, timers, states, sockets, kept },
    until: (name) =>
      new Promise((resolve) => {
        if (client.state.name === name) return resolve(client.state);
        const subscription = client.onState((state) => {
          if (state.name !== name) return;
          subscription[Symbol.dispose]();
          resolve(state);
        });
      }),
    [Symbol.dispose]: () => client.close(),
  };
}
