import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import { drivers } from "../../drivers/index.ts";
import { TitianClient } from "../../src/bridge/client/client.ts";
import { type Bridge, compose } from "../../src/bridge/compose.ts";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import type { Config } from "../../src/bridge/config/schema.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import type { DriverManifest } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { type Desk, PRINTER } from "./clerk.ts";
import { SilentLog } from "./silent-log.ts";

export interface BridgeOptions {
  /** Changes to the demonstration's configuration. */
  readonly config?: (demo: Config) => Config;
  readonly clock?: Clock;
  /** Drivers beside the installed ones. */
  readonly drivers?: readonly DriverManifest[];
  /** A folder of an earlier bridge: a restart. */
  readonly folder?: string;
}

export interface TestBridge extends AsyncDisposable, Desk {
  readonly bridge: Bridge;
  readonly folder: string;
  readonly origin: string;
  readonly log: SilentLog;
  /** Stops everything and keeps the folder. */
  stop(): Promise<void>;
}

/** The real daemon in this process: simulators, temporary folder, real socket, real dispatch. */
export async function startBridge(options: BridgeOptions = {}): Promise<TestBridge> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), "titian-test-"));
  const demo = demoConfig({ folder, port: 0 });
  const config = options.config?.(demo) ?? demo;
  const log = new SilentLog();
  const clock = options.clock ?? new SystemClock();
  const around = {
    clock,
    log,
    drivers: [...drivers, ...(options.drivers ?? [])],
    version: "0.0.0-test",
    webRoot: path.resolve("web/dist"),
    checksResults: true,
    // Real argon2id, as cheap as it comes.
    pinCost: { memoryKib: 8, passes: 1, lanes: 1 },
  };
  const bridge = await compose(config, around);
  await bridge.lifecycle.start(AbortSignal.timeout(60_000));
  const origin = bridge.server.address;
  const client = consoleClient(bridge);

  const stop = async (): Promise<void> => {
    client.close();
    await bridge.lifecycle.stop();
  };
  return {
    ...{ bridge, config, folder, origin, log, client, stop },
    get tray() {
      return bridge.devices.require(PRINTER as DeviceId, "simulation.tray");
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A session as the console opens it, or with another token as a screen does. */
export function consoleClient({ server }: Bridge, token?: string): TitianClient {
  const origin = server.address;
  return new TitianClient({
    url: `${origin.replace("http", "ws")}/ws`,
    openSocket: (url) => new WebSocket(url, { origin }),
    tokens: { get: () => token ?? server.consoleToken, set: () => undefined },
    language: "id",
  });
}
