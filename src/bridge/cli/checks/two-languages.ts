import type { Language } from "../../messages/messages.ts";
import type { Finding, Outcome } from "./check.ts";

export type Said = Readonly<Record<Language, string>>;

export const same = (text: string): Said => ({ id: text, en: text });

/** Findings of one check, in the reader's language. What is not ok always says what to do. */
export function saying(check: string, language: Language) {
  const said = (outcome: Outcome, what: Said, mend?: Said): Finding => ({
    ...{ check, outcome, what: what[language] },
    ...(mend === undefined ? {} : { mend: mend[language] }),
  });
  return {
    ok: (what: Said) => said("ok", what),
    warn: (what: Said, mend: Said) => said("warn", what, mend),
    fail: (what: Said, mend: Said) => said("fail", what, mend),
  };
}
