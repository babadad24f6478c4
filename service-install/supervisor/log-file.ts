import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";

const MOST_BYTES = 5_000_000;
const NAME = "service.log";
const BEFORE = "service.1.log";

/** What systemd's journal is elsewhere: lines of the supervisor and of the daemon, two files of 5 MB at most. */
export class LogFile {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A disk that is full loses the line, not the desk. */
  write(line: string): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#turn();
      appendFileSync(path.join(this.#folder, NAME), `${line}\n`);
    } catch {
      // There is nowhere else to say it.
    }
  }

  /** With the time, as a line of the supervisor itself. */
  say(line: string): void {
    this.write(`${new Date().toISOString()} supervisor: ${line}`);
  }

  #turn(): void {
    const file = path.join(this.#folder, NAME);
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size >= MOST_BYTES) renameSync(file, path.join(this.#folder, BEFORE));
  }
}

/** From the older to the newer. */
export const logFilesOf = (folder: string): readonly string[] =>
  [BEFORE, NAME].map((name) => path.join(folder, name));
