import { appendFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PRINT_OUTCOMES, type PrintOutcome } from "../../src/devices/index.ts";

/** So many are remembered over a restart. */
const KEPT = 200;

/** What became of jobs, kept here because Windows forgets a job as soon as it is printed. */
export class OutcomeBook {
  readonly #file: string;
  #known: Map<string, PrintOutcome> | undefined;

  constructor(folder: string) {
    this.#file = path.join(folder, "outcomes.txt");
  }

  async get(reference: string): Promise<PrintOutcome | undefined> {
    return (await this.#read()).get(reference);
  }

  async set(reference: string, outcome: PrintOutcome): Promise<void> {
    (await this.#read()).set(reference, outcome);
    // A full disk must not turn a printed card into a failed one.
    await appendFile(this.#file, `${reference}\t${outcome}\n`, { mode: 0o600 }).catch(() => undefined);
  }

  async #read(): Promise<Map<string, PrintOutcome>> {
    if (this.#known) return this.#known;
    const text = await readFile(this.#file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      return "";
    });
    const lines = text.split("\n").slice(0, -1);
    if (lines.length > KEPT)
      await writeFile(this.#file, `${lines.slice(-KEPT).join("\n")}\n`, { mode: 0o600 });
    this.#known ??= new Map(lines.slice(-KEPT).flatMap(toEntry));
    return this.#known;
  }
}

/** A line that a power cut has torn is no entry. */
function toEntry(line: string): [string, PrintOutcome][] {
  const [reference, word] = line.split("\t");
  const outcome = PRINT_OUTCOMES.find((known) => known === word);
  return reference && outcome ? [[reference, outcome]] : [];
}
