import { en } from "../../src/bridge/messages/en.ts";
import { id } from "../../src/bridge/messages/id.ts";
import { ERROR_CODES, ERRORS, REMEDIES, type Remedy } from "../../src/kernel/errors.ts";
import { table } from "./table.ts";

const WHO_ACTS: Readonly<Record<Remedy, string>> = {
  "fix-request": "The page that asked: the same request will fail again.",
  "fix-device": "The person at the desk, or the technician.",
  "retry-later": "Nobody: a page may try again by itself.",
  "report-bug": "Us.",
};

/** docs/errors.md. */
export function errorsPage(): string {
  return [
    "# Errors",
    "",
    "Generated from `src/kernel/errors.ts` and `src/bridge/messages` by `npm run docs`; do not edit. Codes are added, never renamed or reused.",
    "",
    ...table(
      ["Remedy", "Who acts"],
      REMEDIES.map((remedy) => [`\`${remedy}\``, WHO_ACTS[remedy]]),
    ),
    "",
    ...ERROR_CODES.flatMap((code) => [
      `## ${code}`,
      "",
      `${ERRORS[code].summary} _${ERRORS[code].remedy}_`,
      "",
      `- id: ${id.errors[code]}`,
      `- en: ${en.errors[code]}`,
      "",
    ]),
  ].join("\n");
}
