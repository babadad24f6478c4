import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Default } from "typebox/value";
import { COMMANDS, type CommandName } from "./protocol/commands.ts";

type Compiled = ReturnType<typeof Compile>;

/** Where a value leaves its schema, as a JSON pointer; undefined when it does not. */
export type Check = (value: unknown) => string | undefined;

export function checkOf(schema: TSchema): Check {
  // Compiled on first use: a desk uses a third of the commands, and start-up is felt.
  let compiled: Compiled | undefined;
  return (value) => {
    compiled ??= Compile(schema);
    return compiled.Check(value) ? undefined : firstFault(compiled, value);
  };
}

function firstFault(compiled: Compiled, value: unknown): string {
  const [fault] = compiled.Errors(value);
  const missing = fault?.keyword === "required" ? `/${fault.params.requiredProperties[0]}` : "";
  return `${fault?.instancePath ?? ""}${missing}`.slice(0, 100) || "/";
}

export interface CommandChecks {
  /** Fills defaults in place: the value was parsed from JSON for this request alone. */
  readonly fill: ((params: unknown) => unknown) | undefined;
  readonly params: Check;
  readonly result: Check;
}

export const COMMAND_CHECKS = Object.fromEntries(
  Object.entries(COMMANDS).map(([name, spec]) => [
    name,
    {
      fill: hasDefault(spec.params) ? (params: unknown) => Default(spec.params, params) : undefined,
      params: checkOf(spec.params),
      result: checkOf(spec.result),
    },
  ]),
) as Readonly<Record<CommandName, CommandChecks>>;

function hasDefault(schema: TSchema): boolean {
  return JSON.stringify(schema).includes('"default":');
}
