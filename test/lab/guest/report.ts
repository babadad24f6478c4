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
  readonly #rows: Row[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(row: Row): void {
    const before = this.#rows.find((one) => one.chapter === row.chapter && one.name === row.name);
    const told =
      before?.passed === false ? { ...row, seen: `${row.seen} (again; first ${before.seen})` } : row;
    this.#rows.push(told);
    appendFileSync(this.#file, `${JSON.stringify(told)}\n`);
    process.stdout.write(`${rowLine(told)}\n`);
  }

  hasFailed(chapter: string): boolean {
    return this.#rows.some((row) => row.chapter === chapter && !row.passed);
  }
}

export function rowLine({ chapter, name, seen, ms, passed }: Row): string {
  return `${passed ? "PASS" : "FAIL"} ${(ms / 1000).toFixed(1).padStart(5)} s  ${chapter}: ${name} | ${seen}`;
}
