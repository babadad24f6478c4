import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "smol-toml";
import { onTestFinished } from "vitest";
import { drivers } from "../../../drivers/index.ts";
import { parseArgv } from "../../../src/bridge/cli/argv.ts";
import type { ConfigInvocation } from "../../../src/bridge/cli/argv-config.ts";
import { configCommand } from "../../../src/bridge/cli/config-copy.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { loadConfig } from "../../../src/bridge/config/load.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import type { Draft } from "../../../src/bridge/protocol/design-shapes.ts";
import { localDate } from "../../../src/kernel/types.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";
import { temporaryFolder } from "../../store/test-store.ts";

export const JUDGING = { figure: "net", countsOpenHoursOnly: true, businessDayRule: null } as const;
const TIRTAMAYA = readFileSync(new URL("../../fixtures/sla/imports/tirtamaya.txt", import.meta.url));

/** One desk with a design, a standard, a calendar and a name of its own, and a bare PC beside it: `one` and `two` of a folder. */
export class CopiedDesk {
  readonly folder: string;
  readonly first: TestBridge;
  /** By the last command. */
  said: readonly string[] = [];

  private constructor(folder: string, first: TestBridge) {
    this.folder = folder;
    this.first = first;
  }

  static async start(): Promise<CopiedDesk> {
    const folder = temporaryFolder();
    const store = path.join(folder, "one", "store");
    const first = await startBridge({ folder: store, config: () => demoConfig({ folder: store, port: 0 }) });
    onTestFinished(() => first[Symbol.asyncDispose]());
    const desk = new CopiedDesk(folder, first);
    await desk.#decide();
    return desk;
  }

  at(...names: readonly string[]): string {
    return path.join(this.folder, ...names);
  }

  get configOfTwo(): Config {
    return loadConfig({
      ...{ file: this.at("two", "titian.toml"), environment: {}, drivers },
      storeFolder: this.at("two", "store"),
      flags: new Map([["server.port", "0"]]),
    });
  }

  second(): Promise<TestBridge> {
    return startBridge({ folder: this.at("two", "store"), config: () => this.configOfTwo });
  }

  /** `titian config …`; resolves to its exit code. */
  async titian(...words: readonly string[]): Promise<number> {
    const said: string[] = [];
    this.said = said;
    const invocation = parseArgv(["config", ...words]) as ConfigInvocation;
    const console = { print: (line: string) => void said.push(line), language: "en" as const };
    return configCommand(invocation, { ...console, signal: AbortSignal.timeout(30_000) });
  }

  exported(name = "loket.zip", ...more: readonly string[]): Promise<number> {
    const here = ["--config", this.at("one", "titian.toml"), "--store", this.at("one", "store")];
    return this.titian("export", this.at(name), ...here, ...more);
  }

  imported(name = "loket.zip", ...more: readonly string[]): Promise<number> {
    const there = ["--config", this.at("two", "titian.toml"), "--store", this.at("two", "store"), "--yes"];
    return this.titian("import", this.at(name), ...there, ...more);
  }

  async approve(title: string, expects: number | null): Promise<void> {
    const { client } = this.first;
    const { template } = await client.call("design.get", { name: "lengkung" });
    const { back: _, ...oneSided } = template;
    const draft: Draft = { template: { ...oneSided, name: "kartu-kota", title }, pictures: [] };
    await client.call("design.save", { draft, expects });
    await client.call("design.approve", { name: "kartu-kota", version: (expects ?? 0) + 1 });
  }

  async #decide(): Promise<void> {
    const { client } = this.first;
    // Bytes are sent before the first request only where the socket is open already.
    await client.call("system.ping", {});
    const own = await this.#publishOwn();
    await this.approve("Kartu Kota", null);
    await this.approve("Kartu Kota 2026", 1);
    await client.call("design.choose", { choices: { default: "kartu-kota", rules: [] } });
    const { calendar } = await client.call("calendar.get", {});
    const closed = { date: "2026-12-24", kind: "local-closure", name: "Tutup" } as const;
    const closures = [...calendar.closures, closed];
    await client.call("calendar.save", { calendar: { ...calendar, closures }, expects: 0 });
    await client.call("judging.save", { judging: JUDGING });
    await client.call("device.rename", { device: "desk-1-card-printer", title: "Printer depan" });
    await client.call("device.route", { purpose: "photo", device: "desk-1-camera" });
    await client.call("operator.create", { name: "Ibu Kartika", role: "head", pin: "482913" });
    writeFileSync(this.at("one", "titian.toml"), this.#settings(own));
    writeFileSync(this.at("one", "rahasia"), "kata sandi\n");
  }

  /** The sixth page, with what its reading left open filled in. */
  async #publishOwn(): Promise<string> {
    const { client } = this.first;
    const { standard } = await client.call("standard.import", { source: client.upload(TIRTAMAYA) });
    const procedures = standard.procedures.map((procedure) => ({
      ...procedure,
      steps: procedure.steps.filter(({ key }) => key !== null),
    }));
    const whole = { ...standard, procedures, hours: null };
    const { summary } = await client.call("standard.save", { id: null, standard: whole, expects: null });
    const when = { effectiveFrom: localDate(new Date(), "Asia/Jakarta"), effectiveTo: null };
    await client.call("standard.publish", { id: summary.id, version: 1, ...when });
    return summary.id;
  }

  /** As a file has it: without what is only there in memory. */
  #settings(standard: string): string {
    const { desk, inlislite, simulation, cards, devices, library } = this.first.config;
    const settings = { desk, simulation, cards, devices, library: { ...library, standard } };
    const database = { ...inlislite, version: undefined, passwordFile: "rahasia" };
    return stringify(JSON.parse(JSON.stringify({ ...settings, inlislite: database })));
  }
}
