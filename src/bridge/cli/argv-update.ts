import { text, type Values } from "./argv-words.ts";

/** New versions of Titian itself; asked of the daemon that runs. */
export interface UpdateInvocation {
  readonly command: "update-status" | "update-check" | "update-apply" | "update-rollback";
  readonly json: boolean;
  /** A folder or an address for this once. */
  readonly from: string | undefined;
}

export const UPDATE_OPTIONS = { from: { type: "string" } } as const;

const line = (command: UpdateInvocation["command"], options: readonly ("from" | "json")[]) => ({
  operands: [],
  options,
  read: (values: Values): UpdateInvocation => ({
    ...{ command, json: values["json"] === true },
    from: text(values["from"]),
  }),
});

export const UPDATE_LINES = {
  "update status": line("update-status", ["json"]),
  "update check": line("update-check", ["json"]),
  "update apply": line("update-apply", ["json", "from"]),
  "update rollback": line("update-rollback", ["json"]),
} as const;
