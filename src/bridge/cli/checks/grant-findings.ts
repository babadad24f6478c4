import type { GrantCheck } from "../../../inlislite/mysql/check-grants.ts";
import type { Finding } from "./check.ts";

interface Words {
  /** Said when the grants are exactly right. */
  readonly enough: { readonly id: string; readonly en: string };
  /** Of `titian inlislite grants`, which prints the right ones. */
  readonly option: "" | "--photo";
}

/** Too little stops the work; too much is a door left open. */
export function grantFindings(
  check: string,
  { missing, excess }: GrantCheck,
  { enough, option }: Words,
  language: "id" | "en",
): readonly Finding[] {
  const command = `titian inlislite grants ${option}`.trimEnd();
  const mend = {
    id: `Jalankan pernyataan dari \`${command}\` sebagai administrator basis data.`,
    en: `Run the statements of \`${command}\` as the database's administrator.`,
  }[language];
  if (missing.length > 0) {
    const what = { id: "belum boleh", en: "may not" }[language];
    return [{ check, outcome: "fail", what: `${what}: ${missing.join(", ")}`, mend }];
  }
  if (excess.length > 0) {
    const what = { id: "boleh lebih dari yang perlu", en: "may do more than it needs" }[language];
    return [{ check, outcome: "warn", what: `${what}: ${excess.join(", ")}`, mend }];
  }
  return [{ check, outcome: "ok", what: enough[language] }];
}
