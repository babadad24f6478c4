import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import os from "node:os";
import path from "node:path";
import { stringify } from "smol-toml";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDaemon } from "../../../service-install/supervisor/start-daemon.ts";
import type { Daemon } from "../../../service-install/supervisor/watch.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { freePort } from "../../harness/free-port.ts";

const WITHIN_MS = 120_000;
const app = path.resolve(import.meta.dirname, "../../..");

let folder: string;
let taken: Server;
let port: number;
let lines: string[];
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-supervised-"));
  lines = [];
  taken = createServer();
  port = await freePort();
  taken.listen(port, "127.0.0.1");
  await once(taken, "listening");
});
afterEach(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As the supervisor of Windows starts it, on the port that is taken until somebody closes it. */
async function start(onLine: (line: string) => void = () => undefined): Promise<Daemon> {
  const config = path.join(folder, "titian.toml");
  writeFileSync(config, stringify(demoConfig({ folder: path.join(folder, "store"), port })));
  process.env["TITIAN_VERSIONS"] = path.join(folder, "versions");
  const write = (line: string): void => {
    lines.push(line);
    onLine(line);
  };
  return startDaemon({ app, config, write, say: write });
}

describe("a daemon under the supervisor of Windows", () => {
  it(
    "ends by itself when it cannot serve, so that it can be started again",
    async () => {
      const daemon = await start();
      expect(await daemon.ended).toBe(70);
      expect(lines.join("\n")).toMatch(/memakai port Titian|uses Titian's port/);
    },
    WITHIN_MS,
  );

  it(
    "says that it serves, and from then on that it lives",
    async () => {
      taken.close();
      await once(taken, "close");
      const daemon = await start();
      const signs: string[] = [];
      const lives = Promise.withResolvers<void>();
      daemon.hear?.((sign) => {
        signs.push(sign);
        if (sign === "WATCHDOG=1") lives.resolve();
      });
      await lives.promise;
      expect(signs).toEqual(["READY=1", "WATCHDOG=1"]);
      expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
      daemon.stop();
      expect(await daemon.ended).toBe(0);
    },
    WITHIN_MS,
  );

  it(
    "finishes what it does when the supervisor lets go of it",
    async () => {
      const serves = Promise.withResolvers<void>();
      taken.close();
      await once(taken, "close");
      const daemon = await start((line) => line.includes("server listens") && serves.resolve());
      await serves.promise;
      daemon.stop();
      expect(await daemon.ended).toBe(0);
    },
    WITHIN_MS,
  );
});
