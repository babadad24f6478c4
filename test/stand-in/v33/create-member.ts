import { randomBytes } from "node:crypto";
import type { SqlValue } from "mysql2/promise";
import { type Fields, redirect } from "../exchange.ts";
import { decodeDataUri, jakarta } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { createPage } from "./create-page.ts";
import { tokenOf } from "./csrf.ts";
import { saveLoanRights } from "./loan-rights.ts";
import { isTaken, nextMemberNo } from "./numbering.ts";

/** With type 4 and a number that exists the product asks again for ever; the stand-in gives up where PHP's time does. */
const MOST_TRIES = 50;

export function showCreate(parts: SiteParts): Handler {
  return (visit) => createPage(parts, { token: tokenOf(visit) });
}

/** `POST /anggota/create`. The answer never says which member was made. */
export function createMember(parts: SiteParts): Handler {
  const { base, db, knobs } = parts;
  return async (visit) => {
    const { form } = visit;
    // A body above PHP's limit is gone: the form comes up empty, without a word.
    if (form.isEmpty) return createPage(parts, { token: tokenOf(visit) });
    const problems = await problemsOf(parts, form);
    if (problems.length > 0) return createPage(parts, { token: tokenOf(visit), values: form, problems });

    const MemberNo = await chooseNumber(parts, form);
    await knobs.numberChosen();
    const now = jakarta();
    const id = await db.insert("members", {
      ...personalColumns(form),
      ...{ MemberNo, IdentityNo: form.get("IdentityNo") ?? null },
      ...{ RegisterDate: now, EndDate: form.get("EndDate") ?? null },
      PhotoUrl: storePhoto(parts, form.get("camera_image")),
      ...{ CreateBy: visit.session.officer?.id ?? null, Branch_id: 1, CreateDate: now, UpdateDate: now },
    });
    await saveLoanRights(db, id, form);
    return redirect(`${base}/anggota`, 303);
  };
}

async function problemsOf({ db }: SiteParts, form: Fields): Promise<readonly string[]> {
  const missing = ["Fullname", "JenisAnggota_id", "StatusAnggota_id", "Email"].filter(
    (name) => !form.get(name),
  );
  const email = form.get("Email") ?? "";
  const isKnown = (await db.row("SELECT id FROM users WHERE email = ?", [email])) !== undefined;
  return [
    ...missing.map((name) => `The ${name} field is required.`),
    ...(email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? ["The Email field must be valid."] : []),
    ...(isKnown ? ["The Email field must contain a unique value."] : []),
  ];
}

async function chooseNumber({ db }: SiteParts, form: Fields): Promise<string> {
  const type = (await db.setting("TipePenomoranAnggota")) ?? "1";
  const isManual = (await db.setting("TipeNomorAnggota")) === "Manual";
  const generate = (): Promise<string> => nextMemberNo(db, type, form.get("IdentityNo"), jakarta());
  let number = isManual ? (form.get("MemberNo") ?? "") : await generate();
  for (let tries = 0; await isTaken(db, number); tries++) {
    if (tries === MOST_TRIES) throw new Error("Maximum execution time exceeded");
    number = await generate();
  }
  return number;
}

/** Columns that both forms write; what a form does not have is written as NULL. */
export function personalColumns(form: Fields): Record<string, SqlValue> {
  const names = [
    ...["Fullname", "PlaceOfBirth", "DateOfBirth", "Address", "AddressNow", "Phone", "Email"],
    ...["InstitutionName", "InstitutionAddress", "InstitutionPhone", "IdentityType_id", "Sex_id"],
    ...["MaritalStatus_id", "Job_id", "EducationLevel_id", "Agama_id", "MotherMaidenName"],
    ...["JenisAnggota_id", "StatusAnggota_id", "Province", "City", "Kecamatan", "Kelurahan", "RT", "RW"],
    ...["NamaDarurat", "TelpDarurat", "AlamatDarurat", "StatusHubunganDarurat"],
  ];
  return Object.fromEntries(names.map((name) => [name, form.get(name) ?? null]));
}

/** Whatever the data URI holds becomes a .jpg, byte for byte. Null without one. */
export function storePhoto({ photos }: SiteParts, uri: string | undefined): string | null {
  if (uri === undefined || uri === "") return null;
  const bytes = decodeDataUri(uri);
  if (!bytes) throw new TypeError("base64_decode(): Argument #1 must be of type string, null given");
  const name = `${Math.floor(Date.now() / 1000)}_${randomBytes(10).toString("hex")}.jpg`;
  photos.write(name, bytes);
  return name;
}
