import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";
import type { TLocalizedValidationError } from "typebox/error";
import { Settings } from "typebox/system";
import { Clone, Default } from "typebox/value";

/** Exists only before the daemon is up: every problem of one file or option set, with its path. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(subject: string, problems: readonly string[], options?: ErrorOptions) {
    super(`${subject} has problems:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`, options);
    this.problems = problems;
  }
}

/** The library stops at 8 unless told; a file with more mistakes than this has other troubles. */
const MAX_PROBLEMS = 200;

/** The value with its defaults, and every problem with its path. No problem means the value is what the schema says. */
export function check(
  schema: TSchema,
  raw: unknown,
): { readonly filled: unknown; readonly problems: readonly string[] } {
  const filled = Default(schema, Clone(raw));
  const problems = allErrors(schema, filled)
    // `boolean` repeats, per property, what additionalProperties says once.
    .filter(({ keyword }) => keyword !== "boolean")
    .map((error) => `${error.instancePath || "/"} ${wordsFor(error)}`);
  return { filled, problems };
}

/** The library's message names neither the stray property nor the values that would do. */
function wordsFor(error: TLocalizedValidationError): string {
  const list = (names: readonly unknown[]): string => names.map((name) => JSON.stringify(name)).join(", ");
  if (error.keyword === "additionalProperties")
    return `does not know ${list(error.params.additionalProperties)}`;
  if (error.keyword === "enum") return `must be one of ${list(error.params.allowedValues)}`;
  return error.message;
}

function allErrors(schema: TSchema, value: unknown): readonly TLocalizedValidationError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: MAX_PROBLEMS });
  try {
    return [...Compile(schema).Errors(value)];
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** Fills defaults, then reports every problem at once: nobody should restart a service five times to fix five typos. */
export function parse<const S extends TSchema>(schema: S, raw: unknown, subject: string): Static<S> {
  const { filled, problems } = check(schema, raw);
  if (problems.length === 0) return filled as Static<S>;
  throw new ConfigError(subject, problems);
}
