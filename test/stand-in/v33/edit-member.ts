import type { SqlValue } from "mysql2/promise";
import { findMember } from "../database.ts";
import { type Exchange, json, notFound } from "../exchange.ts";
import { jakarta } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { personalColumns, storePhoto } from "./create-member.ts";
import { tokenOf } from "./csrf.ts";
import { editPage } from "./edit-page.ts";
import { saveLoanRights } from "./loan-rights.ts";

export function showEdit(parts: SiteParts): Handler {
  return async (visit) => {
    const member = await findMember(parts.db, visit.rest);
    return member ? editPage(parts, member, tokenOf(visit)) : notFound();
  };
}

/** About thirty columns at once from a page that may be old; never EndDate nor RegisterDate. */
export function editMember(parts: SiteParts): Handler {
  const { db } = parts;
  return async (visit) => {
    const { form, rest } = visit;
    const member = await findMember(db, rest);
    if (!member) return notFound();
    // The number of the card and the number of the identity card become the same.
    const number = form.get("IdentityNo") ?? null;
    const columns = {
      ...personalColumns(form),
      ...{ MemberNo: number, IdentityNo: number, UpdateBy: visit.session.officer?.id ?? null },
      ...photoColumn(parts, visit),
      UpdateDate: jakarta(),
    };
    await db.write(`UPDATE members SET ${Object.keys(columns).map(assign).join(", ")} WHERE ID = ?`, [
      ...Object.values(columns),
      rest,
    ]);
    await saveLoanRights(db, member.ID, form);
    return json({ success: true, message: "Data anggota berhasil diubah" });
  };
}

const assign = (column: string): string => `\`${column}\` = ?`;

/** Unticked, the camera's picture counts for nothing; a Dropzone's name whose file is not there empties the column. */
function photoColumn(parts: SiteParts, { form }: Exchange): Record<string, SqlValue> {
  if (form.has("is_camera")) {
    const name = storePhoto(parts, form.get("camera_image"));
    return name === null ? {} : { PhotoUrl: name };
  }
  return form.list("file_image").length > 0 ? { PhotoUrl: "" } : {};
}
