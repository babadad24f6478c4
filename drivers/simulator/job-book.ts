import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import type { PrintOutcome } from "../../src/devices/index.ts";

const Line = Type.Object({
  reference: Type.String(),
  outcome: Type.Enum(["pending", "completed", "aborted", "vanished"]),
});
const line = Compile(Line);

interface Entry {
  readonly reference: string;
  readonly outcome: Exclude<PrintOutcome, "cancelled">;
  readonly jobName: string;
  readonly at: Date;
  /** Name of the picture or document, once it is out. */
  readonly file?: string;
}

/** What the printer did, one JSON object a line, readable with any editor and after any restart. */
export class JobBook {
  readonly #file: string;

  constructor(folder: string) {
    this.#file = path.join(folder, "printed.jsonl");
  }

  async write(entry: Entry): Promise<void> {
    await appendFile(this.#file, `${JSON.stringify(entry)}\n`);
  }

  /** The last word on a job, or undefined for one that this printer never took. */
  async read(reference: string): Promise<Entry["outcome"] | undefined> {
    // A book that does not exist yet is an empty one.
    await appendFile(this.#file, "");
    const lines = (await readFile(this.#file, "utf8")).split("\n");
    const entries = lines.flatMap((text) => parseLine(text) ?? []);
    return entries.findLast((one) => one.reference === reference)?.outcome;
  }
}

function parseLine(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return line.Check(value) ? value : undefined;
  } catch {
    // The last line of a book whose writer was killed.
    return undefined;
  }
}
