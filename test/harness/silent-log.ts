import type { LogFields, Logger } from "../../src/kernel/log.ts";

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly fields: LogFields;
}

/** Keeps every line, so that a test can prove what was, and above all what was not, written. */
export class SilentLog implements Logger {
  readonly lines: LogLine[];
  readonly #fields: LogFields;

  constructor(lines: LogLine[] = [], fields: LogFields = {}) {
    this.lines = lines;
    this.#fields = fields;
  }

  debug(message: string, fields: LogFields = {}): void {
    this.#keep("debug", message, fields);
  }
  info(message: string, fields: LogFields = {}): void {
    this.#keep("info", message, fields);
  }
  warn(message: string, fields: LogFields = {}): void {
    this.#keep("warn", message, fields);
  }
  error(message: string, fields: LogFields = {}): void {
    this.#keep("error", message, fields);
  }
  child(fields: LogFields): Logger {
    return new SilentLog(this.lines, { ...this.#fields, ...fields });
  }

  #keep(level: LogLine["level"], message: string, fields: LogFields): void {
    this.lines.push({ level, message, fields: { ...this.#fields, ...fields } });
  }
}
