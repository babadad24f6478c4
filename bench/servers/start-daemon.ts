import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drivers } from "../../drivers/index.ts";
import { type Bridge, compose } from "../../src/bridge/compose.ts";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import type { Config } from "../../src/bridge/config/schema.ts";
import { WEB_ROOT } from "../../src/bridge/release.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { silent } from "./silent.ts";

/** The whole daemon with these devices: store, the demonstration's INLISLite, console and socket. It ends with its parent. */
export async function startDaemon(devices: Config["devices"]): Promise<Bridge> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-bench-"));
  const config = { ...demoConfig({ folder, port: 0 }), devices };
  const around = {
    clock: new SystemClock(),
    log: silent,
    drivers,
    version: "0.0.0-bench",
    webRoot: WEB_ROOT,
  };
  const bridge = await compose(config, { ...around, checksResults: false });
  await bridge.lifecycle.start(new AbortController().signal);
  process.on("message", () => {
    globalThis.gc?.();
    process.send?.({ rss: process.memoryUsage().rss });
  });
  process.on("disconnect", () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  });
  return bridge;
}
