import os from "node:os";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Finding } from "../cli/checks/check.ts";
import { inlisliteFindings } from "../cli/checks/inlislite.ts";
import { passwordFindings } from "../cli/checks/password-file.ts";
import { grantLines } from "../cli/grants.ts";
import type { Config } from "../config/schema.ts";
import { passwordFrom } from "../inlislite-source.ts";
import { inlisliteMend } from "../messages/inlislite-mends.ts";
import type { Language } from "../messages/messages.ts";
import { errorText } from "../messages/text.ts";
import type { DatabaseAnswers } from "../protocol/setup-commands.ts";
import { assertMayUseKept } from "./kept-password.ts";

/** While somebody types, a wrong address must not keep the next one waiting. */
const BUDGET_MS = 4_000;

interface Dependencies {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Tried {
  readonly findings: readonly Finding[];
  /** For the database's administrator. */
  readonly grants: readonly string[];
}

/** The same look as `titian doctor`'s, at what is typed and not yet written. */
export async function tryDatabase(
  { config, clock, log }: Dependencies,
  answers: DatabaseAnswers,
  language: Language,
  signal: AbortSignal,
): Promise<Tried> {
  const { password: typed, ...server } = answers;
  const tried: Config = {
    ...config,
    inlislite: { ...config.inlislite, ...server, mode: "mysql", budgetMs: BUDGET_MS },
  };
  const grants = grantLines(tried, {
    ...{ host: seenFrom(server.host), withPhotos: false, withAge: false },
    ...{ withCalendar: false, withStatistics: false },
  });
  try {
    assertMayUseKept(config.inlislite, answers);
    const { passwordFile } = config.inlislite;
    if (typed === null) {
      const kept = passwordFindings("inlislite", "inlislite.passwordFile", passwordFile, language);
      if (kept.some(({ outcome }) => outcome === "fail")) return { grants, findings: kept };
    }
    const password = typed ?? (await passwordFrom(passwordFile));
    return {
      grants,
      findings: await inlisliteFindings({ config: tried, clock, log, language }, password, signal),
    };
  } catch (thrown) {
    signal.throwIfAborted();
    const { code } = TitianError.from(thrown);
    const said = inlisliteMend(code, language) ?? inTwo(errorText(code, language));
    return { grants, findings: [{ check: "inlislite", outcome: "fail", ...said }] };
  }
}

/** What happened, and what to do: an error's text is written so. */
function inTwo(text: string): { readonly what: string; readonly mend: string } {
  const [what = "", ...rest] = text.split(/(?<=\.) /u);
  return { what, mend: rest.join(" ") };
}

/** How the database's server sees this PC. */
function seenFrom(host: string): string {
  if (["localhost", "127.0.0.1", "::1"].includes(host)) return "localhost";
  const own = Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");
  return own?.address ?? "localhost";
}
