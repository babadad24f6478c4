import { statSync } from "node:fs";
import type { Finding } from "./check.ts";

/** The file that holds the password of a user elsewhere: named, there, and closed to others. */
export function passwordFindings(
  check: string,
  setting: string,
  passwordFile: string | undefined,
  language: "id" | "en",
): readonly Finding[] {
  if (passwordFile === undefined) {
    const what = { id: "pengguna tanpa kata sandi", en: "the user has no password" };
    const mend = {
      id: `Beri pengguna itu kata sandi dan tulis berkasnya di ${setting}.`,
      en: `Give that user a password and name its file in ${setting}.`,
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
