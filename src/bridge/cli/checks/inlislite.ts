import { statSync } from "node:fs";
import type { GrantCheck } from "../../../inlislite/mysql/check-grants.ts";
import { type MysqlInlislite, openMysqlInlislite } from "../../../inlislite/mysql/open-mysql.ts";
import { TitianError } from "../../../kernel/errors.ts";
import { passwordFrom } from "../../inlislite-source.ts";
import { errorText } from "../../messages/text.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";

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
    const password = passwordFindings(surroundings);
    if (password.some(({ outcome }) => outcome === "fail")) return password;
    try {
      return [...password, ...(await look(surroundings, signal))];
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      const { host, port, database, user } = config.inlislite;
      const what = `${user} @ ${host}:${port}/${database}: ${code}`;
      return [...password, { check: "inlislite", outcome: "fail", what, mend: errorText(code, language) }];
    }
  },
};

async function look(
  { config, clock, log, language }: CheckSurroundings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const { host, port, database, user, budgetMs, passwordFile } = config.inlislite;
  const password = await passwordFrom(passwordFile);
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
      ...grantFindings(await opened.checkGrants(signal), language),
      clockFinding(opened, language),
    ];
  } finally {
    await opened.close();
  }
}

function grantFindings({ missing, excess }: GrantCheck, language: "id" | "en"): readonly Finding[] {
  const mend = {
    id: "Jalankan pernyataan dari `titian inlislite grants` sebagai administrator basis data.",
    en: "Run the statements of `titian inlislite grants` as the database's administrator.",
  }[language];
  if (missing.length > 0) {
    const what = { id: "belum boleh membaca", en: "may not read" }[language];
    return [{ check: "inlislite-grants", outcome: "fail", what: `${what} ${missing.join(", ")}`, mend }];
  }
  if (excess.length > 0) {
    const what = { id: "boleh lebih dari yang perlu", en: "may do more than it needs" }[language];
    return [{ check: "inlislite-grants", outcome: "warn", what: `${what}: ${excess.join(", ")}`, mend }];
  }
  const what = { id: "hanya membaca, dan cukup", en: "read-only, and enough" }[language];
  return [{ check: "inlislite-grants", outcome: "ok", what }];
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

function passwordFindings({ config, language }: CheckSurroundings): readonly Finding[] {
  const { passwordFile } = config.inlislite;
  const check = "inlislite-password";
  if (passwordFile === undefined) {
    const what = { id: "pengguna basis data tanpa kata sandi", en: "the database user has no password" };
    const mend = {
      id: "Beri pengguna itu kata sandi dan tulis berkasnya di inlislite.passwordFile.",
      en: "Give that user a password and name its file in inlislite.passwordFile.",
    };
    return [{ check, outcome: "warn", what: what[language], mend: mend[language] }];
  }
  try {
    const { mode } = statSync(passwordFile);
    const isOpenToOthers = process.platform !== "win32" && (mode & 0o007) !== 0;
    if (!isOpenToOthers) return [];
    const what = { id: `${passwordFile} terbaca semua pengguna`, en: `every user can read ${passwordFile}` };
    return [{ check, outcome: "warn", what: what[language], mend: `chmod o= ${passwordFile}` }];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "?";
    const mend = {
      id: "Buat berkas itu dengan kata sandi pada baris pertama, terbaca oleh pengguna Titian saja.",
      en: "Make that file, with the password on its first line, readable by Titian's user only.",
    };
    return [{ check, outcome: "fail", what: `${passwordFile}: ${code}`, mend: mend[language] }];
  }
}
