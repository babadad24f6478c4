import type { CommandLine } from "./argv.ts";
import { CONFIG, type ConfigWishes, problem, text, type Values, wishesOf } from "./argv-words.ts";

export type ConfigInvocation =
  | ({
      readonly command: "config-export";
      /** As typed; undefined: titian.toml alone, printed. */
      readonly to: string | undefined;
      readonly withPasswords: boolean;
      readonly withOperators: boolean;
    } & ConfigWishes)
  | ({
      readonly command: "config-import";
      readonly from: string;
      readonly json: boolean;
      /** Taken only where it is said here too: nobody has signed the file. */
      readonly withPasswords: boolean;
      readonly withOperators: boolean;
      /** Somebody has looked at whom the desk will talk to and what it will run. */
      readonly isAnswered: boolean;
      /** Of the new desk; where there is a titian.toml already they are in it. */
      readonly desk: string | undefined;
      readonly title: string | undefined;
      readonly letter: string | undefined;
    } & ConfigWishes);

export const CONFIG_OPTIONS = {
  passwords: { type: "boolean" },
  operators: { type: "boolean" },
  desk: { type: "string" },
  title: { type: "string" },
  letter: { type: "string" },
} as const;

/** `titian config …`: one desk for the next one. */
export const CONFIG_LINES: Readonly<Record<string, CommandLine>> = {
  "config export": {
    operands: [],
    mayFollow: ["file"],
    options: [...CONFIG, "passwords", "operators"],
    read: (values, [to]) => {
      const withPasswords = values["passwords"] === true;
      const withOperators = values["operators"] === true;
      if (to === undefined && (withPasswords || withOperators))
        throw problem("--passwords and --operators need a file: titian config export loket.zip");
      return { command: "config-export", to, withPasswords, withOperators, ...wishesOf(values) };
    },
  },
  "config import": {
    operands: ["file"],
    options: [...CONFIG, "passwords", "operators", "desk", "title", "letter", "yes", "json"],
    read: (values, [from = ""]) => ({
      ...{ command: "config-import", from, json: values["json"] === true },
      ...{ withPasswords: values["passwords"] === true, withOperators: values["operators"] === true },
      isAnswered: values["yes"] === true,
      ...{ desk: matching(values, "desk", /^[a-z0-9-]{1,40}$/, "a-z, 0-9 and -, 40 at most") },
      ...{ title: matching(values, "title", /^.{1,80}$/u, "80 characters at most") },
      ...{ letter: matching(values, "letter", /^[A-Z]$/, "one letter from A to Z") },
      ...wishesOf(values),
    }),
  },
};

function matching(values: Values, option: string, rule: RegExp, words: string): string | undefined {
  const typed = text(values[option]);
  if (typed === undefined || rule.test(typed)) return typed;
  throw problem(`--${option} wants ${words}`);
}
