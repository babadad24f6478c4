import { type TObject, type TSchema, Type } from "typebox";
import type { Screen } from "./screens.ts";
import { Uuid } from "./shapes.ts";

export interface CommandSpec {
  /** The schema version that brought it. */
  readonly since: number;
  readonly summary: string;
  readonly params: TObject;
  readonly result: TSchema;
  /** How long the daemon may take, ms. A request may ask for less. */
  readonly deadlineMs: number;
  /** True: only the console served by the daemon itself. Otherwise any paired page. */
  readonly consoleOnly?: boolean;
  /** Unattended screens that may ask for it too. */
  readonly screens?: readonly Screen[];
}

export const command = <const S extends CommandSpec>(spec: S): S => spec;

/** An object with exactly these properties: a misspelt one is an error, not silence. */
export const params = <const P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

export const Empty = params({});
export const OneCase = params({ case: Uuid });

/** Deadlines, ms: answered from memory or the store; or with a read from INLISLite or a device. */
export const QUICK = 5_000;
export const READ = 10_000;
