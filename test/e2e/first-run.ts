import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort } from "../harness/free-port.ts";

const READY_WITHIN_MS = 60_000;

/** The command line in a process of its own. What the test run is told by variables of its name is no setting of a desk. */
export function titian(words: readonly string[]): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("TITIAN_")));
  const program = ["--disable-warning=ExperimentalWarning", path.resolve("src/bridge/main.ts")];
  return spawn(process.execPath, [...program, ...words], { stdio: ["ignore", "ignore", "inherit"], env });
}

/** `titian run` as a service starts it, in a process of its own, where there may be no titian.toml yet. */
export class FirstRun {
  readonly origin: string;
  readonly #process: ChildProcess;

  private constructor(origin: string, child: ChildProcess) {
    this.origin = origin;
    this.#process = child;
  }

  static async start(file: string, store: string): Promise<FirstRun> {
    const port = await freePort();
    const words = ["run", "--config", file, "--store", store, "--port", String(port)];
    const child = titian(words);
    const daemon = new FirstRun(`http://127.0.0.1:${port}`, child);
    await daemon.#answers();
    return daemon;
  }

  /** The process, not only the server, is the same before and after titian.toml is written. */
  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    await gone;
  }

  async #answers(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    while (Date.now() < until && this.isRunning) {
      const answer = await fetch(`${this.origin}/health`).catch(() => undefined);
      if (answer) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error("the daemon did not answer");
  }
}
