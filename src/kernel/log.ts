/** Constant message, variables in fields. No name, photo, identity number or full member number, at any level. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * For whom, and how much is broken? `debug` developer detail; `info` the normal story, low volume;
 * `warn` one operation went wrong; `error` a whole feature is out.
 */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  child(fields: LogFields): Logger;
}
