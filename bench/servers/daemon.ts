import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drivers } from "../../drivers/index.ts";
import { compose } from "../../src/bridge/compose.ts";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import { WEB_ROOT } from "../../src/bridge/release.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { silent } from "./silent.ts";

/**
 * The whole daemon, idle: store, INLISLite, console, socket, and the drivers of a real desk. Its simulators would draw
 * pictures, which no desk that serves people does while it waits.
 */
const folder = mkdtempSync(path.join(os.tmpdir(), "titian-bench-"));
const config = {
  ...demoConfig({ folder, port: 0 }),
  devices: [
    { id: "printer", driver: "printer-ipp", options: { uri: "ipp://127.0.0.1:9/ipp/print" } },
    { id: "scanner", driver: "scanner-serial", options: { path: "/dev/no-scanner-here" } },
  ],
};
const around = { clock: new SystemClock(), log: silent, drivers, version: "0.0.0-bench", webRoot: WEB_ROOT };
const bridge = await compose(config, { ...around, checksResults: false });
await bridge.lifecycle.start(new AbortController().signal);
process.send?.({ port: bridge.server.port });
process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss });
});
process.on("disconnect", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
