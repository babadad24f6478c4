import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import type { PrintOutcome } from "../../src/devices/index.ts";

/** A day's cards several times over; what is older nobody asks for. */
const KEPT = 500;

/** How a card ended, as far as this driver saw it. */
export type SeenOutcome = Exclude<PrintOutcome, "pending">;

const Book = Type.Array(
  Type.Object({
    reference: Type.String(),
    outcome: Type.Enum(["completed", "aborted", "cancelled", "vanished"]),
  }),
);
const book = Compile(Book);

/**
 * The service forgets a job with its session and numbers sessions anew when it starts. So the driver writes down what it saw
 * itself: a job that is not in the book ended unseen.
 */
export class JobBook {
  readonly #file: string;

  constructor(folder: string) {
    this.#file = path.join(folder, "jobs.json");
  }

  async write(reference: string, outcome: SeenOutcome): Promise<void> {
    const jobs = [...(await this.#read()), { reference, outcome }].slice(-KEPT);
    // Whole or not at all, whenever the power goes.
    await writeFile(`${this.#file}.new`, JSON.stringify(jobs), { flush: true });
    await rename(`${this.#file}.new`, this.#file);
  }

  async outcome(reference: string): Promise<SeenOutcome | undefined> {
    return (await this.#read()).findLast((job) => job.reference === reference)?.outcome;
  }

  async #read() {
    try {
      const value: unknown = JSON.parse(await readFile(this.#file, "utf8"));
      return book.Check(value) ? value : [];
    } catch {
      // Not written yet, or damaged: either way nothing is known.
      return [];
    }
  }
}
