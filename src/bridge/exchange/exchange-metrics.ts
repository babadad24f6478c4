import type { Registry } from "prom-client";
import type { Store } from "../../store/store.ts";
import type { MoreMetrics } from "../server/metrics.ts";
import type { Exchange } from "./exchange.ts";

/** How far this desk and the others are in step, as Prometheus sees it. Nothing where the desk works alone. */
export function exchangeMetrics(
  exchange: Exchange | undefined,
  store: Pick<Store, "outbox" | "inbox">,
): MoreMetrics {
  return async (registry: Registry) => {
    if (!exchange) return;
    const { Gauge } = await import("prom-client");
    const gauge = (name: string, help: string, read: () => number | undefined): void => {
      new Gauge({
        ...{ registers: [registry], name, help },
        collect() {
          const value = read();
          if (value !== undefined) this.set(value);
        },
      });
    };
    gauge("titian_exchange_timestamp_seconds", "When this desk and the others were last in step.", () => {
      const { exchangedAt } = exchange.status;
      return exchangedAt && exchangedAt.getTime() / 1_000;
    });
    gauge("titian_exchange_waiting_events", "Events that the other desks do not have yet.", () => {
      return store.outbox.waiting;
    });
    gauge("titian_exchange_unread_events", "Other desks' events that only a newer Titian can read.", () => {
      return store.inbox.unread;
    });
    gauge("titian_exchange_pushed_events", "Events sent since the start.", () => exchange.status.pushed);
    gauge("titian_exchange_pulled_events", "Events received since the start.", () => exchange.status.pulled);
    gauge("titian_exchange_desks", "Other desks that have ever written.", () => exchange.status.desks.length);
  };
}
