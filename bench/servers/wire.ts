import { EventHub } from "../../src/bridge/broadcast.ts";
import type { Handlers } from "../../src/bridge/dispatch.ts";
import { errorText } from "../../src/bridge/messages/text.ts";
import { COMMAND_NAMES } from "../../src/bridge/protocol/commands.ts";
import { Pairing } from "../../src/bridge/server/pairing.ts";
import { createServer } from "../../src/bridge/server/server.ts";
import { wireHandlers } from "../../src/bridge/server/wire-handlers.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { silent } from "./silent.ts";

/** The whole wire as shipped: guard, session, schema, dispatch, deadline. Only the rate limit is lifted. */
const clock = new SystemClock();
const hub = new EventHub();
const nothing = { all: () => [], of: () => [], grant: () => undefined, revoke: () => undefined };
const pairing = new Pairing({ store: nothing, hub, clock });
const refuse = () => Promise.reject(new TitianError("DEVICE_NOT_FOUND"));
const rest = Object.fromEntries(COMMAND_NAMES.map((name) => [name, refuse])) as unknown as Handlers;

const server = createServer({
  ...{ port: 0, version: "0.0.0-bench", hub, pairing, clock, log: silent, textOf: errorText },
  handlers: { ...rest, ...wireHandlers(hub, pairing) },
  limits: { messagesPerSecond: Number.POSITIVE_INFINITY },
});
await server.start(new AbortController().signal);
process.send?.({ port: server.port, token: server.consoleToken });
process.on("disconnect", () => process.exit());
process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss });
});
