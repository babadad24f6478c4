import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import { stringify } from "smol-toml";
import { expect } from "vitest";
import type { Pointer } from "../../../service-install/versions/pointer.ts";
import { readPointer } from "../../../service-install/versions/pointer-file.ts";
import type { TitianClient } from "../../../src/bridge/client/client.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { consolePage } from "../../harness/console-page.ts";
import { freePort } from "../../harness/free-port.ts";

const LAUNCHER = "service-install/versions/launch.ts";
/** Four starts of a daemon on a machine that does other things too. */
export const PATIENCE = { timeout: 180_000, interval: 200 };

/** A desk PC with the package installed, and with something that restarts the service as systemd does. */
export class InstalledDesk implements AsyncDisposable {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "titian-updates-"));
  readonly versions = path.join(this.folder, "versions");
  readonly store = path.join(this.folder, "store");
  /** How the service ended each time. */
  readonly ends: (number | string)[] = [];
  said = "";
  readonly #package: string;
  #port = 0;
  #service: ChildProcess | undefined;
  #isStopping = false;
  #looped: Promise<void> = Promise.resolve();

  constructor(installed: string) {
    this.#package = installed;
  }

  async start(from: string): Promise<void> {
    this.#port = await freePort();
    const demo = demoConfig({ folder: this.store, port: this.#port });
    const updates = { from, checkEveryHours: 6, install: "asked" };
    writeFileSync(path.join(this.folder, "titian.toml"), stringify({ ...demo, updates }));
    this.#looped = this.#keepRunning();
    await this.runs("0.1.0");
  }

  async #keepRunning(): Promise<void> {
    while (!this.#isStopping) {
      const child = this.#spawn("run", "--config", path.join(this.folder, "titian.toml"));
      this.#service = child;
      const [code, signal] = (await once(child, "close")) as [number | null, string | null];
      this.ends.push(code ?? signal ?? "?");
      if (code === 0 || code === 64) return;
    }
  }

  #spawn(...words: string[]): ChildProcess {
    const argv = ["--disable-warning=ExperimentalWarning", path.join(this.#package, LAUNCHER), ...words];
    const env = {
      PATH: process.env["PATH"],
      HOME: this.folder,
      LANG: "en_US.UTF-8",
      TITIAN_VERSIONS: this.versions,
    };
    const child = spawn(path.join(this.#package, "node"), argv, { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.said = `${this.said}${chunk}`.slice(-200_000);
      });
    return child;
  }

  /** The command `titian`, as a technician types it. */
  async titian(...words: string[]): Promise<{ readonly code: number; readonly text: string }> {
    let text = "";
    const child = this.#spawn(...words);
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk));
    const [code] = (await once(child, "close")) as [number];
    return { code, text };
  }

  /** Until that version answers over HTTP. */
  runs(version: string): Promise<void> {
    return expect.poll(() => this.#version(), PATIENCE).toBe(version);
  }

  async #version(): Promise<string> {
    try {
      const answer = await fetch(`${this.origin}/health`);
      return ((await answer.json()) as { readonly titian: string }).titian;
    } catch {
      return "nobody";
    }
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Something that the console does. */
  async withPage<T>(work: (page: TitianClient) => Promise<T>): Promise<T> {
    const page = consolePage(this.origin);
    try {
      return await work(page);
    } finally {
      page.close();
    }
  }

  get pointer(): Pointer | undefined {
    return readPointer(this.versions);
  }

  has(...names: string[]): boolean {
    return existsSync(path.join(this.versions, ...names));
  }

  /** The whole log, oldest first. */
  events(): readonly { readonly id: string; readonly type: string; readonly data: string }[] {
    using sql = new DatabaseSync(path.join(this.store, "titian.sqlite"), { readOnly: true });
    return sql.prepare("SELECT id, type, data FROM events ORDER BY position").all() as never;
  }

  get schema(): number {
    using sql = new DatabaseSync(path.join(this.store, "titian.sqlite"), { readOnly: true });
    return Number(sql.prepare("PRAGMA user_version").get()?.["user_version"]);
  }

  /** As a power cut does it; the machine starts again at once. */
  powerCut(): void {
    this.#service?.kill("SIGKILL");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopping = true;
    this.#service?.kill("SIGKILL");
    await this.#looped;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
