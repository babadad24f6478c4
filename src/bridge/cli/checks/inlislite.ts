import { STATISTICS_NEEDS } from "../../../inlislite/mysql/needs.ts";
import { type MysqlInlislite, openMysqlInlislite } from "../../../inlislite/mysql/open-mysql.ts";
import { TitianError } from "../../../kernel/errors.ts";
import { passwordFrom } from "../../inlislite-source.ts";
import { inlisliteMend } from "../../messages/inlislite-mends.ts";
import { errorText } from "../../messages/text.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";
import { grantFindings } from "./grant-findings.ts";
import { passwordFindings } from "./password-file.ts";

/** INLISLite stamps rows with its own clock; beyond this, "just now" on two machines is another minute. */
const CLOCK_WARN_MS = 30_000;

/** Reachable, of a known version, readable, and read-only; and whether both clocks agree. */
export const inlislite: Check = {
  name: "inlislite",
  async run(surroundings, signal) {
    const { config, language } = surroundings;
    if (config.inlislite.mode === "embedded") {
      const what = {
        id: "basis data tiruan untuk peragaan",
        en: "the invented database of the demonstration",
      };
      return [{ check: "inlislite", outcome: "ok", what: what[language] }];
    }
    const { passwordFile } = config.inlislite;
    const password = passwordFindings(
      ...(["inlislite-password", "inlislite.passwordFile", passwordFile, language] as const),
    );
    if (password.some(({ outcome }) => outcome === "fail")) return password;
    try {
      const read = await passwordFrom(passwordFile);
      return [...password, ...(await inlisliteFindings(surroundings, read, signal))];
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      const { host, port, database, user } = config.inlislite;
      const what = `${user} @ ${host}:${port}/${database}: ${code}`;
      return [
        ...password,
        {
          check: "inlislite",
          outcome: "fail",
          what,
          mend: inlisliteMend(code, language)?.mend ?? errorText(code, language),
        },
      ];
    }
  },
};

/** What the configured server is, once it was reached with this password. Rejects where it was not. */
export async function inlisliteFindings(
  { config, clock, log, language }: Omit<CheckSurroundings, "drivers">,
  password: string,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const { host, port, database, user, budgetMs } = config.inlislite;
  const opened = await openMysqlInlislite(
    { host, port, database, user, password, budgetMs },
    { clock, log },
    signal,
  );
  try {
    const { version, probe } = opened;
    return [
      {
        check: "inlislite",
        outcome: "ok",
        what: `INLISLite ${version}, ${host}:${port}, ${probe.serverVersion}`,
      },
      ...(await readingFindings(opened, config, language, signal)),
      await statisticsFinding(opened, language, signal),
      clockFinding(opened, language),
    ];
  } finally {
    await opened.close();
  }
}

/** Where the same user writes photos, the photo check judges all of it. */
async function readingFindings(
  opened: MysqlInlislite,
  { photo }: CheckSurroundings["config"],
  language: "id" | "en",
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  if (photo.direct && photo.user === undefined) return [];
  const enough = { id: "hanya membaca, dan cukup", en: "read-only, and enough" };
  const grants = await opened.checkGrants(signal);
  return grantFindings("inlislite-grants", grants, { enough, option: "" }, language);
}

/** A library need not report its members by sex and age; one that wants to reads here what it takes. */
async function statisticsFinding(
  opened: MysqlInlislite,
  language: "id" | "en",
  signal: AbortSignal,
): Promise<Finding> {
  const { unseen } = await opened.checkGrants(signal, STATISTICS_NEEDS);
  const lacking = STATISTICS_NEEDS.map(({ column }) => column).filter((column) =>
    unseen.some((name) => name.endsWith(`.${column}`)),
  );
  const columns = lacking.join(", ");
  const what = {
    id: lacking.length
      ? `laporan anggota dibuat tanpa ${columns}; untuk memberinya: titian inlislite grants --statistics`
      : "laporan anggota: umur dan jenis kelamin boleh dihitung",
    en: lacking.length
      ? `the report on members is made without ${columns}; to grant them: titian inlislite grants --statistics`
      : "report on members: age and sex may be counted",
  }[language];
  return { check: "inlislite-statistics", outcome: "ok", what };
}

function clockFinding({ probe }: MysqlInlislite, language: "id" | "en"): Finding {
  const seconds = Math.round(probe.clockOffsetMs / 1000);
  const what = {
    id: `jam server INLISLite berbeda ${seconds} detik`,
    en: `INLISLite's server differs by ${seconds} s`,
  }[language];
  if (Math.abs(probe.clockOffsetMs) <= CLOCK_WARN_MS) return { check: "clock", outcome: "ok", what };
  const mend = {
    id: "Samakan jam PC ini dan server dengan server waktu (NTP).",
    en: "Set this PC and the server by the same time server (NTP).",
  }[language];
  return { check: "clock", outcome: "warn", what, mend };
}
