import { CONFIG, type ConfigWishes, problem, text, type Values, wishesOf } from "./argv-words.ts";

/** What keeps a desk going: backups, diagnosis, privacy. */
export type OperateInvocation = ConfigWishes &
  (
    | { readonly command: "backup"; readonly to: string | undefined; readonly json: boolean }
    | { readonly command: "backup-list"; readonly to: string | undefined; readonly json: boolean }
    | {
        readonly command: "restore";
        /** Undefined: the newest verified one of the usual folder. */
        readonly backup: string | undefined;
        readonly isAnswered: boolean;
        readonly mayChangeKey: boolean;
      }
  );

export const OPERATE_OPTIONS = {
  to: { type: "string" },
  newest: { type: "boolean" },
  "other-key": { type: "boolean" },
  yes: { type: "boolean" },
} as const;

interface OperateLine {
  readonly operands: readonly string[];
  /** As many more words as are named here may follow. */
  readonly mayFollow?: readonly string[];
  readonly options: readonly (keyof typeof OPERATE_OPTIONS | (typeof CONFIG)[number] | "json")[];
  read(values: Values, operands: readonly string[]): OperateInvocation;
}

export const OPERATE_COMMANDS: Readonly<Record<string, OperateLine>> = {
  backup: {
    operands: [],
    options: [...CONFIG, "to", "json"],
    read: (values) => ({ command: "backup", ...common(values), ...wishesOf(values) }),
  },
  "backup list": {
    operands: [],
    options: [...CONFIG, "to", "json"],
    read: (values) => ({ command: "backup-list", ...common(values), ...wishesOf(values) }),
  },
  restore: {
    operands: [],
    mayFollow: ["folder"],
    options: [...CONFIG, "newest", "other-key", "yes"],
    read: (values, [backup]) => {
      if ((backup === undefined) !== (values["newest"] === true))
        throw problem("titian restore needs the folder of one backup, or --newest");
      return {
        ...{ command: "restore", backup, isAnswered: values["yes"] === true },
        ...{ mayChangeKey: values["other-key"] === true, ...wishesOf(values) },
      };
    },
  },
};

const common = (values: Values) => ({ to: text(values["to"]), json: values["json"] === true });
