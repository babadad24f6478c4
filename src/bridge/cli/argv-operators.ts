import type { OperatorRole } from "../../kernel/operator-role.ts";
import { ConfigError } from "../../kernel/schema.ts";
import type { CommandLine } from "./argv.ts";
import { type ConfigWishes, text, type Values, wishesOf } from "./argv-words.ts";

/** The roles as the desk calls them, which is how a technician types them. */
export const ROLE_WORDS: Readonly<Record<OperatorRole, string>> = {
  clerk: "petugas",
  technician: "teknisi",
  head: "kepala",
};

export type OperatorsInvocation =
  | ({ readonly command: "operators-list" } & ConfigWishes)
  | ({ readonly command: "operators-add"; readonly name: string; readonly role: OperatorRole } & ConfigWishes)
  | ({ readonly command: "operators-reset"; readonly name: string } & ConfigWishes);

const OPTIONS = ["config", "store"] as const;

/** `titian operators …`: for whoever has this PC's command line, while no daemon runs. */
export const OPERATOR_LINES: Readonly<Record<string, CommandLine>> = {
  "operators list": {
    operands: [],
    options: OPTIONS,
    read: (values) => ({ command: "operators-list", ...wishesOf(values) }),
  },
  "operators add": {
    operands: ["name"],
    options: [...OPTIONS, "role"],
    read: (values, [name = ""]) => ({
      ...{ command: "operators-add", name, role: roleOf(values) },
      ...wishesOf(values),
    }),
  },
  "operators reset": {
    operands: ["name"],
    options: OPTIONS,
    read: (values, [name = ""]) => ({ command: "operators-reset", name, ...wishesOf(values) }),
  },
};

function roleOf(values: Values): OperatorRole {
  const typed = text(values["role"]);
  const roles = Object.keys(ROLE_WORDS) as OperatorRole[];
  const role = roles.find((one) => ROLE_WORDS[one] === typed);
  if (role) return role;
  throw new ConfigError("The command line", [`--role wants one of ${Object.values(ROLE_WORDS).join(", ")}`]);
}
