import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Clone, Default } from "typebox/value";

/** Exists only before the daemon is up: every problem of one file or option set, with its path. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(subject: string, problems: readonly string[]) {
    super(`${subject} has problems:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/** Fills defaults, then reports every problem at once: nobody should restart a service five times to fix five typos. */
export function parse<const S extends TSchema>(schema: S, raw: unknown, subject: string): Static<S> {
  const validator = Compile(schema);
  const filled = Default(schema, Clone(raw));
  if (validator.Check(filled)) return filled as Static<S>;
  throw new ConfigError(
    subject,
    [...validator.Errors(filled)].map((error) => `${error.instancePath || "/"} ${error.message}`),
  );
}
