import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { freePort } from "./free-port.ts";
import { until } from "./ippeveprinter.ts";

const ADMIN = ["lpadmin", "cupsdisable", "cupsenable", "cupsreject", "cupsaccept"] as const;

/** A private `cupsd`: its own folders and port, loopback only, nothing of the machine's own queues. */
export class Cupsd implements AsyncDisposable {
  readonly #folder: string;
  readonly #port: number;
  #server: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  static async start(): Promise<Cupsd> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "titian-cups-"));
    const cups = new Cupsd(folder, await freePort());
    for (const name of ["etc/ppd", "spool/tmp", "cache", "run/certs", "log"]) {
      mkdirSync(path.join(folder, name), { recursive: true });
    }
    // cupsd and its backends run as `lp` and go through here.
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, "spool/tmp"), 0o1777);
    writeFileSync(path.join(folder, "etc/cupsd.conf"), cups.#serverConfig());
    writeFileSync(path.join(folder, "etc/cups-files.conf"), cups.#filesConfig());
    const args = [
      "-f",
      "-c",
      path.join(folder, "etc/cupsd.conf"),
      "-s",
      path.join(folder, "etc/cups-files.conf"),
    ];
    cups.#server = spawn("/usr/sbin/cupsd", args, { stdio: "ignore" });
    await until(async () => void (await fetch(`http://localhost:${cups.#port}/`, { method: "HEAD" })));
    return cups;
  }

  get server(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Where it listens besides, as a path. */
  get socket(): string {
    return path.join(this.#folder, "run/cups.sock");
  }

  /** A raw queue: what goes in reaches the device unchanged. `info` is what people call it. */
  addQueue(name: string, deviceUri: string, info = ""): string {
    this.admin("lpadmin", "-p", name, "-E", "-v", deviceUri, "-D", info);
    return `${this.server}/printers/${name}`;
  }

  admin(command: (typeof ADMIN)[number], ...args: string[]): void {
    const env = { ...process.env, CUPS_SERVER: `localhost:${this.#port}` };
    const ran = spawnSync(`/usr/sbin/${command}`, args, { env, encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`${command}: ${ran.stderr}`);
  }

  /** May be called twice. */
  async [Symbol.asyncDispose](): Promise<void> {
    const server = this.#server;
    if (server && server.exitCode === null && server.signalCode === null) {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      // It ends its backends by itself, which a SIGKILL would leave behind.
      server.kill("SIGTERM");
      await Promise.race([gone, new SystemClock().sleep(5_000, new AbortController().signal)]);
      server.kill("SIGKILL");
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #serverConfig(): string {
    return `LogLevel none
Listen localhost:${this.#port}
Listen ${this.socket}
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;
  }

  #filesConfig(): string {
    const at = (name: string): string => path.join(this.#folder, name);
    return `SystemGroup root
User lp
Group lp
ServerRoot ${at("etc")}
RequestRoot ${at("spool")}
TempDir ${at("spool/tmp")}
CacheDir ${at("cache")}
StateDir ${at("run")}
AccessLog ${at("log/access")}
ErrorLog ${at("log/error")}
PageLog ${at("log/page")}
`;
  }
}
