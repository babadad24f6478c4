import { mkdirSync } from "node:fs";
import { type Logger as Pino, pino, stdTimeFunctions } from "pino";
import { createStream, type RotatingFileStream } from "rotating-file-stream";
import type { LogFields, Logger } from "../kernel/log.ts";
import type { Config } from "./config/schema.ts";
import { redactFields } from "./redact-fields.ts";

export interface OpenLog {
  readonly log: Logger;
  /** Writes what is still in memory. */
  close(): Promise<void>;
}

export interface LogOptions {
  /** For a service whose output somebody collects, such as the systemd journal. */
  readonly alsoToStdout?: boolean;
}

/** Kernel's Logger on pino and a file that rotates by size. Everything passes the redaction; nothing goes around it. */
export function openLog(config: Config["log"], { alsoToStdout = false }: LogOptions = {}): OpenLog {
  const file = new LogFile(config, alsoToStdout);
  const sink = pino(
    {
      level: config.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    file,
  );
  return { log: new PinoLog(sink), close: () => file.close() };
}

/** For commands that say what matters on the terminal. */
export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT,
};

class PinoLog implements Logger {
  readonly #sink: Pino;

  constructor(sink: Pino) {
    this.#sink = sink;
  }

  debug(message: string, fields: LogFields = {}): void {
    // Redaction costs more than the check, and debug is usually off.
    if (this.#sink.isLevelEnabled("debug")) this.#sink.debug(redactFields(fields), message);
  }
  info(message: string, fields: LogFields = {}): void {
    this.#sink.info(redactFields(fields), message);
  }
  warn(message: string, fields: LogFields = {}): void {
    this.#sink.warn(redactFields(fields), message);
  }
  error(message: string, fields: LogFields = {}): void {
    this.#sink.error(redactFields(fields), message);
  }
  child(fields: LogFields): Logger {
    return new PinoLog(this.#sink.child(redactFields(fields)));
  }
}

/** Milliseconds before a log file that could not be written is tried again. */
const RETRY_MS = 60_000;

/** A full disk must not stop the desk: lines are dropped until the file can be written again. */
class LogFile {
  readonly #config: Config["log"];
  readonly #alsoToStdout: boolean;
  #stream: RotatingFileStream | undefined;
  #retryAtMs = 0;

  constructor(config: Config["log"], alsoToStdout: boolean) {
    this.#config = config;
    this.#alsoToStdout = alsoToStdout;
  }

  write(line: string): void {
    // Not through the file: the journal goes on while the disk is full, which is when it is needed.
    if (this.#alsoToStdout) process.stdout.write(line);
    this.#stream ??= this.#open();
    this.#stream?.write(line);
  }

  close(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return Promise.resolve();
    return new Promise((resolve) => {
      stream.once("close", resolve);
      stream.end(() => resolve());
    });
  }

  #open(): RotatingFileStream | undefined {
    if (performance.now() < this.#retryAtMs) return undefined;
    const { folder, maxSizeMb, keepFiles } = this.#config;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o750 });
    } catch (error) {
      return this.#giveUp(error);
    }
    const stream = createStream(fileName, {
      path: folder,
      size: `${maxSizeMb}M`,
      maxFiles: keepFiles,
      mode: 0o640,
    });
    stream.on("error", (error) => this.#giveUp(error));
    return stream;
  }

  #giveUp(error: unknown): undefined {
    this.#stream = undefined;
    this.#retryAtMs = performance.now() + RETRY_MS;
    const code = (error as NodeJS.ErrnoException).code ?? "unknown reason";
    process.stderr.write(`titian: the log cannot be written (${code}); trying again in a minute\n`);
    return undefined;
  }
}

/** `titian.log`, and `titian-20261124-094103-1.log` once put aside. */
function fileName(time: number | Date | null, index = 0): string {
  if (time === null || time === undefined) return "titian.log";
  const stamp = new Date(time).toISOString().replace(/[-:]/g, "").replace("T", "-").slice(0, 15);
  return `titian-${stamp}-${index}.log`;
}
