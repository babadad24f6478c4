import { appendFileSync } from "node:fs";

/** One row of the table. */
export interface Row {
  readonly chapter: string;
  readonly name: string;
  /** What was seen, or what went wrong. */
  readonly seen: string;
  readonly ms: number;
  readonly passed: boolean;
}

/** Rows leave the guest one by one: a guest that dies keeps what it knew. */
export class Report {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(row: Row): void {
    appendFileSync(this.#file, `${JSON.stringify(row)}\n`);
    process.stdout.write(`${rowLine(row)}\n`);
  }
}

export function rowLine({ chapter, name, seen, ms, passed }: Row): string {
  return `${passed ? "PASS" : "FAIL"} ${(ms / 1000).toFixed(1).padStart(5)} s  ${chapter}: ${name} | ${seen}`;
}
