import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import { ConfigError, check } from "../../kernel/schema.ts";
import type { OperatorRecord } from "../../store/operator-store.ts";
import { openStore } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import type { Language } from "../messages/messages.ts";
import { OperatorAccounts } from "../operators/operator-accounts.ts";
import { PinCheck } from "../operators/pin-check.ts";
import type { PinCost } from "../operators/pin-hash.ts";
import { OperatorName, Pin } from "../protocol/operator-shapes.ts";
import { type OperatorsInvocation, ROLE_WORDS } from "./argv-operators.ts";

interface Surroundings {
  readonly clock: Clock;
  readonly log: Logger;
  readonly language: Language;
  /** Never an argument: what is typed on a command line can be read by others. */
  readonly readPin: (prompt: string) => Promise<string>;
  readonly pinCost?: PinCost;
}

/**
 * What the only head of a desk cannot do for themselves. The daemon must be stopped, and the log says that it was the command
 * line. Throws `STORE_LOCKED`, `OPERATOR_…` or ConfigError.
 */
export async function operatorsAtThePc(
  invocation: OperatorsInvocation,
  config: Config,
  { clock, log, language, readPin, pinCost }: Surroundings,
): Promise<string> {
  using store = openStore({ folder: config.store.folder, desk: config.desk.id, clock, log });
  const pins = new PinCheck({ store: store.operators, clock, log, ...(pinCost && { pinCost }) });
  const accounts = new OperatorAccounts({ store: store.operators, pins, clock });
  const active = (): readonly OperatorRecord[] => store.operators.all().filter(({ isActive }) => isActive);
  const words = SAY[language];
  switch (invocation.command) {
    case "operators-list":
      return active().map(lineOf).join("\n") || words.none;
    case "operators-add": {
      const { name, role } = invocation;
      assertFits(OperatorName, name, "a name is letters, digits and .,'()- up to 40");
      await accounts.create({ name, role, pin: await newPin(readPin, words.pin(name)) }, "command-line");
      return words.added(name);
    }
    case "operators-reset": {
      const found = active().find(({ name }) => name.toLowerCase() === invocation.name.toLowerCase());
      if (!found) throw new ConfigError("titian operators reset", [words.unknown(invocation.name)]);
      await accounts.setPin(found.operator, await newPin(readPin, words.pin(found.name)), "command-line");
      return words.reset(found.name);
    }
  }
}

const lineOf = ({ name, role, signedInAt }: OperatorRecord): string =>
  `${ROLE_WORDS[role].padEnd(8)}  ${name}${signedInAt ? `  (${signedInAt.toISOString()})` : ""}`;

async function newPin(readPin: Surroundings["readPin"], prompt: string): Promise<string> {
  const pin = (await readPin(prompt)).trim();
  assertFits(Pin, pin, "a PIN is 6 to 12 digits");
  return pin;
}

function assertFits(schema: typeof Pin | typeof OperatorName, value: string, rule: string): void {
  if (check(schema, value).problems.length > 0) throw new ConfigError("titian operators", [rule]);
}

/** On a terminal without showing it; from a pipe the first line, so that a script can set fifty desks up. */
export async function readPinFrom(
  input: NodeJS.ReadStream,
  screen: NodeJS.WriteStream,
  prompt: string,
): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input, output: silent, terminal: input.isTTY });
  if (input.isTTY) screen.write(prompt);
  try {
    for await (const line of terminal) return line;
    return "";
  } finally {
    terminal.close();
    if (input.isTTY) screen.write("\n");
  }
}

const SAY = {
  id: {
    none: "Belum ada petugas dengan PIN di loket ini.",
    pin: (name: string) => `PIN baru untuk ${name}: `,
    added: (name: string) => `${name} terdaftar.`,
    reset: (name: string) => `PIN ${name} diganti dan kuncinya terbuka.`,
    unknown: (name: string) => `tidak ada petugas "${name}"; titian operators list menyebut semuanya`,
  },
  en: {
    none: "No operator of this desk has a PIN yet.",
    pin: (name: string) => `New PIN for ${name}: `,
    added: (name: string) => `${name} may sign in.`,
    reset: (name: string) => `The PIN of ${name} is changed and any lock is open.`,
    unknown: (name: string) => `there is no operator "${name}"; titian operators list names them all`,
  },
} as const;
