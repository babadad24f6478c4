import type { Clock } from "../../../kernel/clock.ts";
import { subscribe } from "../../../kernel/events.ts";
import type { Service } from "../../../kernel/lifecycle.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { EventType } from "../../../store/event-catalog.ts";
import type { Store } from "../../../store/store.ts";
import type { EventHub } from "../../broadcast.ts";
import { Damped } from "../damped.ts";
import type { TicketViews } from "./ticket-views.ts";

/** One act at the desk may be two events; a person in the waiting room sees no delay, ms. */
const TELL_AFTER_MS = 50;

const MOVES: readonly EventType[] = [
  ...(["case.queued", "case.called", "case.missed", "case.queueLeft", "case.opened"] as const),
];

interface Dependencies {
  readonly store: Pick<Store, "events">;
  readonly views: TicketViews;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Tells the desk and the waiting room whenever the queue has moved. */
export class TicketNews implements Service {
  readonly name = "ticket news";
  readonly #deps: Dependencies;
  #subscriptions: readonly Disposable[] = [];

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async start(): Promise<void> {
    const { store, views, hub, clock, log } = this.#deps;
    const work = (): void => {
      hub.publish("tickets.changed", views.all());
      hub.publish("waitingRoom.changed", views.waitingRoom());
    };
    const damped = new Damped({ clock, log, afterMs: TELL_AFTER_MS, work });
    this.#subscriptions = [
      damped,
      ...(["appended", "received"] as const).map((name) =>
        subscribe(store.events.events, name, ({ events }) => {
          if (events.some(({ type }) => MOVES.includes(type))) damped.touch();
        }),
      ),
    ];
  }

  async stop(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription[Symbol.dispose]();
    this.#subscriptions = [];
  }
}
