import type { EventHub } from "../broadcast.ts";
import type { Handlers } from "../dispatch.ts";
import type { Pairing } from "./pairing.ts";

type WireCommands = "events.resume" | "system.ping" | "pairing.list" | "pairing.approve" | "pairing.revoke";

/** The commands about the wire itself; compose.ts puts them beside the others. */
export function wireHandlers(hub: EventHub, pairing: Pairing): Pick<Handlers, WireCommands> {
  return {
    async "events.resume"({ cursor }, context) {
      const { begin, ...resumed } = hub.resume(context.session.id, cursor);
      context.afterReply(begin);
      return resumed;
    },
    async "system.ping"() {
      return {};
    },
    async "pairing.list"() {
      return { pairings: pairing.list() };
    },
    async "pairing.approve"({ code }) {
      return pairing.approve(code);
    },
    async "pairing.revoke"({ origin }) {
      pairing.revoke(origin);
      return {};
    },
  };
}
