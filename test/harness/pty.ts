import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, write, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const writeSoon = promisify(write);

/** A serial cable made of two pseudo-terminals. One end is the port, the other is in the test's hand. */
export class Pty implements AsyncDisposable {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), "titian-pty-"));
  readonly #far: string | undefined;
  #socat: ChildProcess | undefined;
  #end: number | undefined;

  private constructor(far: string | undefined) {
    this.#far = far;
  }

  /** `far`: what sits at the other end instead of the test, as socat names it: `TCP:127.0.0.1:9100`. */
  static async start(far?: string): Promise<Pty> {
    const pty = new Pty(far);
    await pty.plug();
    return pty;
  }

  /** What the daemon opens. The same name after every plug, as udev's by-id links are. */
  get path(): string {
    return path.join(this.#folder, "port");
  }

  async plug(): Promise<void> {
    const end = path.join(this.#folder, "end");
    const [port, hand] = [this.path, end].map((link) => `pty,raw,echo=0,link=${link}`);
    const socat = spawn("socat", ["-d", "-d", `${port}`, this.#far ?? `${hand}`], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#socat = socat;
    await new Promise<void>((resolve, reject) => {
      let said = "";
      socat.once("error", reject);
      socat.once("exit", () => reject(new Error(said)));
      socat.stderr.on("data", (piece: Buffer) => {
        said += piece.toString();
        if (said.includes("starting data transfer")) resolve();
      });
    });
    if (this.#far === undefined) this.#end = openSync(end, "r+");
  }

  /** Sends these bytes at once. */
  send(bytes: string | Uint8Array): void {
    writeSync(this.#end!, typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  }

  /** Sends more than a cable holds: in the background, as fast as it is read. */
  async pour(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await writeSoon(this.#end!, bytes, at);
      at += bytesWritten;
    }
  }

  /** No goodbye: both terminals are gone when this returns. */
  async unplug(): Promise<void> {
    const socat = this.#socat;
    this.#socat = undefined;
    if (!socat) return;
    if (this.#end !== undefined) closeSync(this.#end);
    this.#end = undefined;
    const gone = new Promise((resolve) => socat.once("exit", resolve));
    socat.kill("SIGKILL");
    await gone;
    for (const name of ["port", "end"]) rmSync(path.join(this.#folder, name), { force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unplug();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
