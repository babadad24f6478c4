import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Store } from "../../store/store.ts";
import type { EventHub } from "../broadcast.ts";

/** Tells the console of wishes to be forgotten, and that this desk has obeyed; of other desks' the exchange tells. */
export function erasureNews(store: Pick<Store, "events">, hub: Pick<EventHub, "publish">): Service {
  let subscription: Disposable | undefined;
  return {
    name: "erasure news",
    async start() {
      subscription = subscribe(store.events.events, "appended", ({ events }) => {
        if (events.some(({ type }) => type.startsWith("erasure."))) hub.publish("privacy.changed", {});
      });
    },
    async stop() {
      subscription?.[Symbol.dispose]();
    },
  };
}
