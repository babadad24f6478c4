import { spawn } from "node:child_process";
import path from "node:path";
import type { PolicyBrowser, PolicyEntry } from "./entries.ts";
import type { PolicyPlace, Written } from "./place.ts";

const ROOTS: Readonly<Record<PolicyBrowser, string>> = {
  chrome: "HKLM\\SOFTWARE\\Policies\\Google\\Chrome",
  edge: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge",
  chromium: "HKLM\\SOFTWARE\\Policies\\Chromium",
  firefox: "HKLM\\SOFTWARE\\Policies\\Mozilla\\Firefox",
};

export interface RegAnswer {
  readonly exitCode: number;
  readonly stdout: string;
}

/** Windows' reg.exe with these words, none of them through a shell. */
export type RunReg = (words: readonly string[], signal: AbortSignal) => Promise<RegAnswer>;

/** Policies in the registry of Windows: a key for each list, its values numbered from 1. */
export class PolicyRegistry implements PolicyPlace {
  readonly #run: RunReg;

  constructor(run: RunReg = runReg) {
    this.#run = run;
  }

  async values(
    browser: PolicyBrowser,
    policy: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    return [...(await this.#read(keyOf(browser, policy), signal)).values()];
  }

  async add({ browser, policy, value }: PolicyEntry, signal: AbortSignal): Promise<Written | undefined> {
    const key = keyOf(browser, policy);
    const there = await this.#read(key, signal);
    if ([...there.values()].includes(value)) return undefined;
    let free = 1;
    while (there.has(`${free}`)) free += 1;
    const name = `${free}`;
    await this.#must(["add", key, "/v", name, "/t", "REG_SZ", "/d", value, "/f"], signal);
    return { browser, policy, value, place: key, name };
  }

  /**
   * A value of that number that says something else by now is somebody else's. The key is the browser's own whatever the list
   * says: on a desk the officers may write to that list, and it is an administrator who removes.
   */
  async remove({ browser, policy, name, value }: Written, signal: AbortSignal): Promise<boolean> {
    const key = keyOf(browser, policy);
    const there = await this.#read(key, signal);
    if (there.get(name) !== value) return false;
    await this.#must(["delete", key, "/v", name, "/f"], signal);
    return true;
  }

  /** A key that is not there has no values; reg.exe says so by its exit code. */
  async #read(key: string, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const { exitCode, stdout } = await this.#run(["query", key], signal);
    if (exitCode !== 0) return new Map();
    const lines = stdout.split(/\r?\n/).map((line) => /^ {4}(.+?) {4}REG_SZ {4}(.*)$/.exec(line));
    return new Map(lines.flatMap((found) => (found ? [[found[1] ?? "", found[2] ?? ""] as const] : [])));
  }

  async #must(words: readonly string[], signal: AbortSignal): Promise<void> {
    const { exitCode } = await this.#run(words, signal);
    // reg.exe has one code for everything; without an administrator's rights it is this.
    if (exitCode !== 0) throw Object.assign(new Error("reg.exe refused"), { code: "EACCES" });
  }
}

/** The outermost name of Firefox's file is its file; the registry's is the key of the browser itself. */
const keyOf = (browser: PolicyBrowser, policy: readonly string[]): string =>
  [ROOTS[browser], ...policy.filter((name) => name !== "policies")].join("\\");

const REG_WITHIN_MS = 10_000;

const runReg: RunReg = (words, signal) =>
  new Promise((resolve, reject) => {
    const program = path.win32.join(process.env["SystemRoot"] ?? "C:\\Windows", "System32", "reg.exe");
    const within = AbortSignal.any([signal, AbortSignal.timeout(REG_WITHIN_MS)]);
    const child = spawn(program, words, {
      signal: within,
      windowsHide: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, stdout: Buffer.concat(parts).toString() }));
  });
