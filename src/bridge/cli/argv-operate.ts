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
    | { readonly command: "diagnose"; readonly to: string | undefined }
    | { readonly command: "privacy-rules" }
    | { readonly command: "privacy-record"; readonly to: string | undefined; readonly csv: boolean }
    | { readonly command: "privacy-erasures"; readonly json: boolean }
    | {
        readonly command: "privacy-erase";
        /** As typed; `-` for one that is asked for, which no list of processes shows. */
        readonly member: string;
        readonly isAnswered: boolean;
        readonly json: boolean;
      }
  );

export const OPERATE_OPTIONS = {
  to: { type: "string" },
  newest: { type: "boolean" },
  "other-key": { type: "boolean" },
  yes: { type: "boolean" },
  member: { type: "string" },
  csv: { type: "boolean" },
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
  diagnose: {
    operands: [],
    options: [...CONFIG, "to"],
    read: (values) => ({ command: "diagnose", to: text(values["to"]), ...wishesOf(values) }),
  },
  "privacy rules": {
    operands: [],
    options: CONFIG,
    read: (values) => ({ command: "privacy-rules", ...wishesOf(values) }),
  },
  "privacy record": {
    operands: [],
    options: [...CONFIG, "to", "csv"],
    read: (values) => ({
      ...{ command: "privacy-record", to: text(values["to"]), csv: values["csv"] === true },
      ...wishesOf(values),
    }),
  },
  "privacy erasures": {
    operands: [],
    options: [...CONFIG, "json"],
    read: (values) => ({ command: "privacy-erasures", json: values["json"] === true, ...wishesOf(values) }),
  },
  "privacy erase": {
    operands: [],
    options: [...CONFIG, "member", "yes", "json"],
    read: (values) => {
      const member = text(values["member"])?.trim();
      if (member === undefined || member === "")
        throw problem("--member wants the member's number, or - to be asked");
      return {
        ...{ command: "privacy-erase", member, isAnswered: values["yes"] === true },
        ...{ json: values["json"] === true, ...wishesOf(values) },
      };
    },
  },
};

const common = (values: Values) => ({ to: text(values["to"]), json: values["json"] === true });
