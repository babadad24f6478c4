import { appendFile, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Logger } from "../../src/kernel/log.ts";
import { errnoOf } from "./folder-failure.ts";

/** Years of one desk; older ones have left every folder. */
const KEPT = 20_000;

/** Which pictures were taken, over restarts: their hashes and nothing else. */
export class TakenBook {
  readonly #file: string;
  readonly #log: Logger;
  #hashes = new Set<string>();

  constructor(folder: string, log: Logger) {
    this.#file = path.join(folder, "taken.txt");
    this.#log = log;
  }

  async read(): Promise<void> {
    const text = await readFile(this.#file, "latin1").catch(() => "");
    // A line torn by a power cut is no hash, and is left out.
    const hashes = text.split("\n").filter((line) => /^[0-9a-f]{64}$/.test(line));
    this.#hashes = new Set([...hashes.slice(-KEPT), ...this.#hashes]);
    if (hashes.length > KEPT * 2) await this.#shorten().catch((error: unknown) => this.#fail(error));
  }

  has(hash: string): boolean {
    return this.#hashes.has(hash);
  }

  /** At once for this run; on disk as soon as may be. */
  add(hash: string): void {
    this.#hashes.add(hash);
  }

  /** A disk that is full loses the memory of one picture, not the picture. */
  async keep(hash: string): Promise<void> {
    // The leading end of line closes whatever a power cut left open.
    await appendFile(this.#file, `\n${hash}\n`, { flush: true }).catch((error: unknown) => this.#fail(error));
  }

  remove(hash: string): void {
    this.#hashes.delete(hash);
  }

  async #shorten(): Promise<void> {
    await writeFile(`${this.#file}.new`, `${[...this.#hashes].join("\n")}\n`, { flush: true });
    await rename(`${this.#file}.new`, this.#file);
  }

  #fail(error: unknown): void {
    this.#log.warn("taken pictures are not remembered", { errno: errnoOf(error) });
  }
}
