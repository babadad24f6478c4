import { access, constants, stat } from "node:fs/promises";
import { checkGrants, type GrantCheck } from "../../../inlislite/mysql/check-grants.ts";
import { photoNeeds } from "../../../inlislite/mysql/needs.ts";
import { openMysqlInlislite } from "../../../inlislite/mysql/open-mysql.ts";
import { userExists } from "../../../inlislite/mysql/photo-row.ts";
import { MysqlPool } from "../../../inlislite/mysql/pool.ts";
import { TitianError } from "../../../kernel/errors.ts";
import { passwordFrom } from "../../inlislite-source.ts";
import { errorText } from "../../messages/text.ts";
import { photoServer } from "../../photo-source.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";
import { grantFindings } from "./grant-findings.ts";
import { passwordFindings } from "./password-file.ts";

/** Where photos go straight into INLISLite: the folder, the user in whose name, and exactly the grants that it takes. */
export const photo: Check = {
  name: "photo",
  async run(surroundings, signal) {
    const { config, language } = surroundings;
    if (!config.photo.direct) return [];
    const found = [...(await folderFindings(surroundings)), ...ownPassword(surroundings)];
    try {
      return [...found, ...(await serverFindings(surroundings, signal))];
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      return [...found, { check: "photo", outcome: "fail", what: code, mend: errorText(code, language) }];
    }
  },
};

async function serverFindings(
  { config, clock, log, language }: CheckSurroundings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const password = await passwordFrom(config.inlislite.passwordFile);
  const reading = await openMysqlInlislite({ ...config.inlislite, password }, { clock, log }, signal);
  const pool = new MysqlPool(await photoServer(config), clock);
  try {
    const needs = photoNeeds(reading.version);
    const isOneUser = config.photo.user === undefined;
    // Where one user does both, what reading needs is no excess.
    const grants: GrantCheck = isOneUser
      ? await reading.checkGrants(signal, needs)
      : await checkGrants(pool, needs, signal);
    const enough = {
      id: "hanya foto yang boleh ditulis, dan cukup",
      en: "only photos may be written, and that is enough",
    };
    const found = grantFindings("photo-grants", grants, { enough, option: "--photo" }, language);
    // Without its grants the user cannot be looked for.
    if (grants.missing.length > 0) return found;
    return [...found, ...(await updateByFindings(pool, config.photo.updateBy ?? 0, language, signal))];
  } finally {
    await Promise.all([pool.close(), reading.close()]);
  }
}

async function updateByFindings(
  pool: MysqlPool,
  updateBy: number,
  language: "id" | "en",
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  if (await userExists(pool, updateBy, signal)) return [];
  const what = {
    id: `INLISLite tidak mempunyai pengguna dengan ID ${updateBy}`,
    en: `INLISLite has no user with the id ${updateBy}`,
  }[language];
  const mend = errorText("INLISLITE_USER_UNKNOWN", language);
  return [{ check: "photo-user", outcome: "fail", what, mend }];
}

async function folderFindings({ config, language }: CheckSurroundings): Promise<readonly Finding[]> {
  const { folder = "" } = config.photo;
  const check = "photo-folder";
  try {
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error("no folder"), { code: "ENOTDIR" });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return [{ check, outcome: "ok", what: folder }];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "?";
    const mend = errorText("PHOTO_FOLDER_UNUSABLE", language);
    return [{ check, outcome: "fail", what: `${folder}: ${code}`, mend }];
  }
}

/** The other user's file is looked at with the rest of INLISLite. */
function ownPassword({ config, language }: CheckSurroundings): readonly Finding[] {
  const { user, passwordFile } = config.photo;
  return user === undefined
    ? []
    : passwordFindings("photo-password", "photo.passwordFile", passwordFile, language);
}
