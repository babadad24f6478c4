import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, createWriteStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { stringify } from "smol-toml";
import type { TitianClient } from "../../../src/bridge/client/client.ts";
import type { DeviceConfig } from "../../../src/bridge/config/schema.ts";
import { consolePage } from "../../harness/console-page.ts";
import { DAEMON_FLAGS } from "./daemon-flags.ts";

export interface DaemonPlan {
  readonly name: string;
  readonly devices: readonly DeviceConfig[];
  /** Whom it runs as; root where nothing is said. */
  readonly uid?: number;
  /** The bundled `src/bridge/main.ts`. */
  readonly main: string;
  readonly logs: string;
}

const READY_WITHIN_MS = 180_000;

/** Compiled once on the host (run.ts): compiling takes a quarter of the start under emulation. */
const compileCacheOf = (main: string): string => path.join(path.dirname(main), "compiled");

/** `titian run` with a titian.toml of its own, in the guest. */
export class Daemon implements AsyncDisposable {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #listening = Promise.withResolvers<number>();
  #pages: TitianClient[] = [];
  #port = 0;

  private constructor({ name, devices, uid, main, logs }: DaemonPlan) {
    this.name = name;
    const folder = path.join("/tmp", `desk-${name}`);
    mkdirSync(folder, { recursive: true });
    if (uid !== undefined) chownSync(folder, uid, uid);
    const config = path.join(folder, "titian.toml");
    writeFileSync(config, stringify(deskConfig(folder, devices)));
    const stdio = ["ignore", "pipe", "pipe"] as const;
    this.#child = spawn(process.execPath, [...DAEMON_FLAGS, main, "run", "--config", config], {
      stdio: [...stdio],
      env: { ...process.env, HOME: folder, NODE_COMPILE_CACHE: compileCacheOf(main) },
      ...(uid !== undefined && { uid, gid: uid }),
    });
    const log = createWriteStream(path.join(logs, `${name}.log`));
    this.#child.once("close", (code, signal) => {
      this.#listening.reject(new Error(`titian ended with ${code ?? signal}; see ${name}.log`));
    });
    this.#child.stderr?.on("data", (piece: Buffer) => log.write(piece));
    if (!this.#child.stdout) throw new Error("no log of the daemon");
    createInterface({ input: this.#child.stdout }).on("line", (line) => {
      log.write(`${line}\n`);
      const [, port] = /"port":(\d+).*"msg":"server listens"/.exec(line) ?? [];
      if (port) this.#listening.resolve(Number(port));
    });
  }

  /** Resolves once it listens. */
  static async start(plan: DaemonPlan): Promise<Daemon> {
    const daemon = new Daemon(plan);
    const late = setTimeout(
      () => daemon.#listening.reject(new Error("titian does not listen")),
      READY_WITHIN_MS,
    );
    try {
      daemon.#port = await daemon.#listening.promise;
      return daemon;
    } finally {
      clearTimeout(late);
    }
  }

  page(): TitianClient {
    const page = consolePage(`http://127.0.0.1:${this.#port}`);
    this.#pages.push(page);
    return page;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Memory that it holds at this moment, KiB. */
  get residentKb(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN);
  }

  /** Files, sockets and devices that it holds open at this moment. */
  get openFiles(): number {
    return readdirSync(`/proc/${this.#child.pid}/fd`).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const page of this.#pages) page.close();
    if (!this.isRunning) return;
    const over = once(this.#child, "close");
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#child.kill("SIGKILL"), 20_000);
    await over;
    clearTimeout(late);
  }
}

function deskConfig(folder: string, devices: readonly DeviceConfig[]) {
  return {
    desk: { id: "desk-1" },
    library: { standard: "id.sidoarjo.kta-dan-kta-online" },
    server: { port: 0 },
    store: { folder: path.join(folder, "store") },
    inlislite: { mode: "embedded" },
    log: { level: "debug" },
    devices: [...devices],
  };
}
