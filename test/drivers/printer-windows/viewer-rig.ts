import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { SpoolerJob } from "../../../drivers/winspool/spooler.ts";
import { FakeSpooler } from "../../harness/fake-spooler.ts";

const VIEWER = path.join(import.meta.dirname, "viewer.fixture.mjs");

/** A fake spooler that takes what a viewer process leaves in a folder: the document's name is the file's. */
export class DropSpooler extends FakeSpooler {
  readonly #drop: string;

  constructor(drop: string) {
    super();
    this.#drop = drop;
  }

  /** What the viewer was told to print on. */
  get printerAsked(): string | undefined {
    const file = path.join(this.#drop, "printer.txt");
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }

  override async jobs(printer: string, signal: AbortSignal): Promise<readonly SpoolerJob[]> {
    for (const name of readdirSync(this.#drop).filter((file) => file.endsWith(".pdf"))) {
      const file = path.join(this.#drop, name);
      this.add(name, readFileSync(file));
      rmSync(file);
    }
    const jobs = await super.jobs(printer, signal);
    // A viewer that is gone has spooled all of it.
    return jobs.map((job) => ({ ...job, status: 0 }));
  }
}

/** Options of a device whose viewer is a real process. */
export function viewerOptions(drop: string, how = "print"): Record<string, unknown> {
  return {
    prints: "sheet",
    viewer: process.execPath,
    viewerArguments: [VIEWER, drop, "{file}", "{printer}", how],
    viewerWithinMs: 20_000,
  };
}
