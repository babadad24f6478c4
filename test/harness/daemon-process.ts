import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { stringify } from "smol-toml";
import type { TitianClient } from "../../src/bridge/client/client.ts";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import type { Config } from "../../src/bridge/config/schema.ts";
import { type Desk, PRINTER } from "./clerk.ts";
import { consolePage } from "./console-page.ts";

/** What `titian` runs. */
const MAIN = path.resolve("src/bridge/main.ts");
const READY_WITHIN_MS = 60_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What the simulated printer wrote about one card: `pending` when it took it, then what became of it. */
export interface BookLine {
  readonly jobName: string;
  readonly outcome: string;
  readonly file?: string;
}

/** A desk on the disk: its titian.toml, its store and its printer's tray. Outlives the daemons that serve it. */
export class DeskFolder implements AsyncDisposable {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "titian-desk-"));
  readonly config: Config;
  /** The file that its daemons are started from. */
  readonly entry: string;
  readonly #processes: DaemonProcess[] = [];

  constructor(change: (demo: Config, folder: string) => Config = (demo) => demo, entry = MAIN) {
    this.entry = entry;
    const demo = demoConfig({ folder: path.join(this.folder, "store"), port: 0 });
    this.config = change(
      { ...demo, log: { ...demo.log, folder: path.join(this.folder, "log") } },
      this.folder,
    );
    this.write(stringify(this.config));
  }

  /** Replaces titian.toml. */
  write(toml: string): void {
    writeFileSync(this.#configFile, toml);
  }

  get #configFile(): string {
    return path.join(this.folder, "titian.toml");
  }

  get printerFolder(): string {
    return this.#folderOf(PRINTER);
  }

  /** Everything the simulated printer ever did at this desk. */
  get book(): readonly BookLine[] {
    return this.bookOf(PRINTER);
  }

  /** The same of another simulated printer. */
  bookOf(printer: string): readonly BookLine[] {
    const file = path.join(this.#folderOf(printer), "printed.jsonl");
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as BookLine);
  }

  get tray(): Desk["tray"] {
    const files = this.book.flatMap(({ file }) => file ?? []);
    const newest = files.at(-1);
    return { newest: newest && path.join(this.printerFolder, newest), count: files.length };
  }

  #folderOf(device: string): string {
    return path.join(this.config.store.folder, "devices", device);
  }

  /** `titian run`, whatever becomes of it. */
  run(): DaemonProcess {
    const daemon = new DaemonProcess(this, ["run", "--config", this.#configFile]);
    this.#processes.push(daemon);
    return daemon;
  }

  /** `titian run`, and a console session with it. */
  async start(): Promise<DaemonProcess> {
    const daemon = this.run();
    await daemon.ready();
    return daemon;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const daemon of this.#processes) await daemon.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One daemon in a process of its own, from its start to its end. */
export class DaemonProcess implements Desk {
  readonly desk: DeskFolder;
  readonly ended: Promise<Ended>;
  /** Close codes of the console's sockets. */
  readonly closeCodes: number[] = [];
  readonly #child: ChildProcess;
  readonly #listening = Promise.withResolvers<number>();
  #stdout = "";
  #stderr = "";
  #port = 0;
  #client: TitianClient | undefined;

  constructor(desk: DeskFolder, words: readonly string[]) {
    this.desk = desk;
    const argv = ["--disable-warning=ExperimentalWarning", desk.entry, ...words];
    const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"], env: environment() });
    this.#child = child;
    const abandon = (): void => void child.kill("SIGKILL");
    process.once("exit", abandon);
    this.ended = once(child, "close").then(([code, signal]: unknown[]) => {
      process.off("exit", abandon);
      this.#listening.reject(new Error(`titian ended with ${code ?? signal}: ${this.#stderr}`));
      return { code: code as Ended["code"], signal: signal as Ended["signal"] };
    });
    this.#listening.promise.catch(() => undefined);
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr += chunk.toString();
    });
    if (child.stdout) createInterface({ input: child.stdout }).on("line", (line) => this.#onLogLine(line));
  }

  get config(): Config {
    return this.desk.config;
  }

  get tray(): Desk["tray"] {
    return this.desk.tray;
  }

  /** Its log, a JSON object a line. */
  get stdout(): string {
    return this.#stdout;
  }

  /** Lines of its log that say that a whole feature is out. */
  get errors(): readonly string[] {
    return this.#stdout.split("\n").filter((line) => line.includes('"level":"error"'));
  }

  get stderr(): string {
    return this.#stderr;
  }

  get port(): number {
    return this.#port;
  }

  get client(): TitianClient {
    this.#client ??= this.page();
    return this.#client;
  }

  /** Resolves once it listens. */
  async ready(withinMs = READY_WITHIN_MS): Promise<void> {
    const late = setTimeout(() => this.#listening.reject(new Error("titian is not ready")), withinMs);
    try {
      this.#port = await this.#listening.promise;
    } finally {
      clearTimeout(late);
    }
  }

  /** Another console session. */
  page(): TitianClient {
    return consolePage(`http://127.0.0.1:${this.#port}`, (code) => this.closeCodes.push(code));
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** As systemd asks it. */
  terminate(): Promise<Ended> {
    this.signal("SIGTERM");
    return this.#over();
  }

  /** As a power cut does it, apart from the disk. */
  kill(): Promise<Ended> {
    this.signal("SIGKILL");
    return this.#over();
  }

  async #over(): Promise<Ended> {
    const ended = await this.ended;
    this.#client?.close();
    return ended;
  }

  #onLogLine(line: string): void {
    this.#stdout += `${line}\n`;
    if (!line.startsWith("{")) return;
    const { msg, port } = JSON.parse(line) as { readonly msg?: string; readonly port?: number };
    if (msg === "server listens" && port !== undefined) this.#listening.resolve(port);
  }
}

/** Without settings of whoever runs the tests, and in English. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("TITIAN_"));
  return { ...Object.fromEntries(own), LC_ALL: "en_US.UTF-8" };
}
