import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import { readBarcode } from "../../cards/rendering/verify.ts";
import type { DeviceId } from "../../kernel/types.ts";
import { TitianClient } from "../client/client.ts";
import { demoConfig } from "../config/demo.ts";
import { openLog } from "../logging.ts";
import { SystemClock } from "../system-clock.ts";
import { openInBrowser } from "./browser.ts";
import { type RunningDaemon, startDaemon, untilAskedToStop } from "./daemon.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { playOneCase } from "./self-check.ts";
import { drawnSignature } from "./self-check-signature.ts";

const PORT = 9700;
const ANY_PORT = 0;
const SELF_CHECK_WITHIN_MS = 120_000;
const DEVICES = {
  camera: "desk-1-camera",
  printer: "desk-1-card-printer",
  scanner: "desk-1-scanner",
} as const;

export interface DemoOptions {
  /** Undefined: 9700, or any free port for the self-check. */
  readonly port: number | undefined;
  readonly opensBrowser: boolean;
  readonly isSelfCheck: boolean;
  readonly print: (line: string) => void;
}

/** The whole desk with simulated devices, in a folder of its own that the operating system clears away. */
export async function demo(options: DemoOptions): Promise<ExitCode> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-demo-"));
  const port = options.port ?? (options.isSelfCheck ? ANY_PORT : PORT);
  const config = demoConfig({ folder, port });
  const opened = openLog(config.log);
  const clock = new SystemClock();
  const start = { config, clock, log: opened.log, checksResults: true };
  const daemon = await startDaemon(start, AbortSignal.timeout(SELF_CHECK_WITHIN_MS));
  try {
    if (options.isSelfCheck) return await selfCheck(daemon, options.print);
    const url = `${daemon.bridge.server.address}/`;
    options.print(`Titian siap di ${url} (Ctrl+C untuk berhenti)`);
    if (options.opensBrowser) openInBrowser(url);
    await untilAskedToStop();
    return EXIT.stopped;
  } finally {
    await daemon.stop();
    await opened.close();
  }
}

/** Prints one JSON object and returns 0 only if the whole case went right. */
async function selfCheck(daemon: RunningDaemon, print: (line: string) => void): Promise<ExitCode> {
  const { address: origin, consoleToken } = daemon.bridge.server;
  const client = new TitianClient({
    url: `${origin.replace("http", "ws")}/ws`,
    openSocket: (url) => new WebSocket(url, { origin }),
    tokens: { get: () => consoleToken, set: () => undefined },
    language: "id",
  });
  try {
    await daemon.bridge.supervisor.firstAttempts();
    const { members } = await client.call("member.search", { text: "an", limit: 50 });
    const member = members.find((one) => one.status === "active" && one.isValidToday);
    if (!member) throw new Error("the demonstration has no member that may have a card");
    const tray = daemon.bridge.devices.require(DEVICES.printer as DeviceId, "simulation.tray");
    const readCard = async (): Promise<{ path: string; decoded: string }> => {
      const newest = tray.newest ?? "";
      return { path: newest, decoded: (await readBarcode(await readFile(newest)))?.text ?? "" };
    };
    const clerk = { client, devices: DEVICES, readCard, signature: drawnSignature };
    const report = await playOneCase(clerk, member, AbortSignal.timeout(SELF_CHECK_WITHIN_MS));
    print(JSON.stringify(report, undefined, 2));
    return report.ok ? EXIT.stopped : EXIT.problemsFound;
  } finally {
    client.close();
  }
}
