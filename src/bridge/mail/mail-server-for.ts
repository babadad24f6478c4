import type { Config } from "../config/schema.ts";
import type { MailServer } from "./mail.ts";
import { SmtpMailServer } from "./smtp-mail-server.ts";

/** Undefined where the library has configured none, which is the rule. */
export function mailServerFor({ host, from, ...settings }: Config["mail"]): MailServer | undefined {
  if (host === undefined || from === undefined) return undefined;
  return new SmtpMailServer({ ...settings, host, from });
}
