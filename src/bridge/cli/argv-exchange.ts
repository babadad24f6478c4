import type { CommandLine } from "./argv.ts";
import { CONFIG, type ConfigWishes, text, wishesOf } from "./argv-words.ts";

export type ExchangeInvocation =
  | ({ readonly command: "exchange-sql"; readonly host: string } & ConfigWishes)
  | ({ readonly command: "exchange-code" | "exchange-join" | "exchange-verify" } & ConfigWishes);

const plain = (command: Exclude<ExchangeInvocation["command"], "exchange-sql">): CommandLine => ({
  operands: [],
  options: CONFIG,
  read: (values) => ({ command, ...wishesOf(values) }),
});

/** `titian exchange …`: the desks of one library. */
export const EXCHANGE_COMMANDS: Readonly<Record<string, CommandLine>> = {
  "exchange sql": {
    operands: [],
    options: [...CONFIG, "host"],
    read: (values) => ({
      ...{ command: "exchange-sql", host: text(values["host"]) ?? "localhost" },
      ...wishesOf(values),
    }),
  },
  "exchange code": plain("exchange-code"),
  "exchange join": plain("exchange-join"),
  "exchange verify": plain("exchange-verify"),
};
