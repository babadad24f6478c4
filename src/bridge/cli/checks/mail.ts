import { TitianError } from "../../../kernel/errors.ts";
import { mailServerFor } from "../../mail/mail-server-for.ts";
import { errorText } from "../../messages/text.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";
import { passwordFindings } from "./password-file.ts";

/** Where digital cards go by mail: the office's server answers, proves who it is, and lets Titian in. Nothing is sent. */
export const mail: Check = {
  name: "mail",
  async run(surroundings, signal) {
    const { config, language } = surroundings;
    const server = mailServerFor(config.mail);
    if (!server) return [];
    const found = passwordOf(surroundings);
    const what = `${config.mail.host}:${config.mail.port}`;
    try {
      await server.check(signal);
      return [...found, { check: "mail", outcome: "ok", what }];
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      const mend = errorText(code, language);
      return [...found, { check: "mail", outcome: "fail", what: `${what}: ${code}`, mend }];
    }
  },
};

function passwordOf({ config, language }: CheckSurroundings): readonly Finding[] {
  const { user, passwordFile } = config.mail;
  return user === undefined
    ? []
    : passwordFindings("mail-password", "mail.passwordFile", passwordFile, language);
}
