import { EventHub } from "../../src/bridge/broadcast.ts";
import type { Handlers } from "../../src/bridge/dispatch.ts";
import { errorText } from "../../src/bridge/messages/text.ts";
import { proxyFor } from "../../src/bridge/proxy/proxy.ts";
import { Pairing } from "../../src/bridge/server/pairing.ts";
import { createServer, type Server } from "../../src/bridge/server/server.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { silent } from "./silent.ts";

/** The proxy as shipped, in front of the site whose address is given; it serves no command. */
const [url = ""] = process.argv.slice(2);
const clock = new SystemClock();
const hub = new EventHub();
const nothing = { all: () => [], of: () => [], grant: () => undefined, revoke: () => undefined };
const proxied = proxyFor({
  config: { enabled: true, url, aliases: [], cdn: false },
  ...{ webRoot: "web/dist", clock, log: silent, port: () => server.port, report: () => undefined },
});
const server: Server = createServer({
  ...{ port: 0, version: "0.0.0-bench", hub, clock, log: silent, textOf: errorText, proxied },
  pairing: new Pairing({ store: nothing, hub, clock }),
  handlers: {} as Handlers,
});
await server.start(new AbortController().signal);
process.send?.({ port: server.port });
process.on("disconnect", () => process.exit());
