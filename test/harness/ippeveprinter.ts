import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { IppClient } from "../../drivers/printer-ipp/ipp-client.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { freePort } from "./free-port.ts";

/**
 * What the printer's engine does with the next job: prints at once, prints in `SLOW_MS`, never ends, gives up, or waits with
 * that state until the behaviour changes.
 */
export type Behaviour =
  | "ok"
  | "slow"
  | "hang"
  | "fail"
  | "media-empty"
  | "cover-open"
  | "media-jam"
  | "toner-empty";

/** How long a job takes under `slow`. */
export const SLOW_MS = 400;

/** It knows paper only: whoever sets it up for cards says which of its papers stands for one. */
export const PAPER_FOR_CARDS = { media: "iso_a4_210x297mm" } as const;

/** `ippeveprinter` of CUPS: an IPP Everywhere printer, all of it real but the engine. */
export class IppEvePrinter {
  readonly uri: string;
  readonly #folder: string;
  readonly #port: number;
  #children: ChildProcess[] = [];

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.uri = `ipp://localhost:${port}/ipp/print`;
  }

  static async start(formats = "application/pdf,image/png,image/jpeg"): Promise<IppEvePrinter> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "titian-ippeve-"));
    const printer = new IppEvePrinter(folder, await freePort());
    mkdirSync(path.join(folder, "tray"));
    printer.behave("ok");
    writeEngine(path.join(folder, "engine"), folder);
    await printer.switchOn(formats);
    return printer;
  }

  /** Also after `switchOff`: the same printer on the same port, with its job numbers starting at 1 again. */
  async switchOn(formats = "application/pdf,image/png,image/jpeg"): Promise<void> {
    const bus = `unix:path=${path.join(this.#folder, "bus")}`;
    const config = path.join(this.#folder, "bus.conf");
    writeFileSync(config, busConfig(bus));
    this.#children.push(spawn("dbus-daemon", [`--config-file=${config}`, "--nofork"], { stdio: "ignore" }));
    const spool = path.join(this.#folder, "spool");
    mkdirSync(spool, { recursive: true });
    const args = ["-r", "off", "-n", "localhost", "-p", String(this.#port), "-d", spool, "-f", formats];
    const keys = path.join(this.#folder, "keys");
    mkdirSync(keys, { recursive: true });
    const engine = [
      "-c",
      path.join(this.#folder, "engine"),
      "-K",
      keys,
      "-M",
      "Titian",
      "-m",
      "Uji",
      "Kartu",
    ];
    await until(() => connects(path.join(this.#folder, "bus")));
    this.#children.push(
      spawn("ippeveprinter", [...args, ...engine], {
        stdio: "ignore",
        // The engine, its child, is killed with it.
        detached: true,
        // Debian's 2.4.2 wants a D-Bus even with -r off; an empty private one is enough, and nothing is advertised.
        env: { PATH: process.env["PATH"] ?? "", DBUS_SYSTEM_BUS_ADDRESS: bus },
      }),
    );
    const client = new IppClient(this.uri, new SystemClock());
    await until(async () => void (await client.printer(AbortSignal.timeout(1_000))));
  }

  /** The same printer with TLS. It signs its own certificate when it is first asked for one. */
  get secureUri(): string {
    return this.uri.replace(/^ipp:/, "ipps:");
  }

  /** In PEM; it exists once somebody has spoken TLS with the printer. */
  get certificate(): string {
    return readFileSync(path.join(this.#folder, "keys", "localhost.crt"), "utf8");
  }

  /** After the next `switchOn` it is somebody else, as far as TLS can tell. */
  forgetCertificate(): void {
    rmSync(path.join(this.#folder, "keys"), { recursive: true, force: true });
  }

  behave(behaviour: Behaviour): void {
    writeFileSync(path.join(this.#folder, "behaviour"), behaviour);
  }

  /** What came out, in order: the very bytes that the engine was given. */
  get tray(): readonly Buffer[] {
    const folder = path.join(this.#folder, "tray");
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(path.join(folder, name)));
  }

  /** The names of those jobs, in order: on the disk before the printer says that it is done. */
  get jobNames(): readonly string[] {
    const book = path.join(this.#folder, "book");
    if (!existsSync(book)) return [];
    return readFileSync(book, "utf8")
      .split("\n")
      .filter((name) => name !== "");
  }

  /** The plug is pulled: no goodbye to anybody. */
  async switchOff(): Promise<void> {
    // The printer first: it ends by itself, and not as a pulled plug would, when its bus goes.
    for (const child of this.#children.splice(0).reverse()) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) continue;
      if (child.spawnfile === "ippeveprinter") process.kill(-child.pid, "SIGKILL");
      else child.kill("SIGKILL");
      await gone;
    }
    rmSync(path.join(this.#folder, "bus"), { force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.switchOff();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The print command: one executable file that ippeveprinter starts with the job's file, no shell in between. */
function writeEngine(file: string, folder: string): void {
  const source = `#!${process.execPath}
const fs = require("node:fs");
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const behaviour = () => fs.readFileSync(${JSON.stringify(`${folder}/behaviour`)}, "utf8");
const asked = behaviour();
if (asked === "fail") { fs.writeSync(2, "ERROR: engine failure\\n"); process.exit(1); }
if (asked === "slow") wait(${SLOW_MS});
if (/empty|open|jam|hang/.test(asked)) {
  if (asked !== "hang") fs.writeSync(2, "STATE: +" + asked + "-error\\n");
  while (behaviour() === asked) wait(20);
  if (asked !== "hang") fs.writeSync(2, "STATE: -" + asked + "-error\\n");
}
const tray = ${JSON.stringify(`${folder}/tray`)};
fs.copyFileSync(process.argv[2], tray + "/" + String(fs.readdirSync(tray).length).padStart(3, "0"));
const book = fs.openSync(${JSON.stringify(`${folder}/book`)}, "a");
fs.writeSync(book, process.env.IPP_JOB_NAME + "\\n");
fs.fsyncSync(book);
fs.writeSync(2, "ATTR: job-impressions=1 job-impressions-completed=1\\n");
`;
  writeFileSync(file, source, { mode: 0o755 });
}

function busConfig(address: string): string {
  return `<busconfig><type>session</type><listen>${address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`;
}

function connects(socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(socketPath);
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
  });
}

/** Tries until it works: the things waited for here are other processes. */
export async function until(attempt: () => Promise<unknown>, withinMs = 15_000): Promise<void> {
  const clock = new SystemClock();
  for (const endMs = clock.monotonicMs() + withinMs; ; ) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (clock.monotonicMs() > endMs) throw error;
      await clock.sleep(50, new AbortController().signal);
    }
  }
}
