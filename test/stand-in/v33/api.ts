import { findMember } from "../database.ts";
import { json, redirect, reply, serverError } from "../exchange.ts";
import { jakarta } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { storePhoto } from "./create-member.ts";

/** `api/anggota/capture_file`: stores at once. An empty picture is an undefined variable, a lost body an empty 500. */
export function captureFile(parts: SiteParts): Handler {
  return async ({ form, isBodyLost, session }) => {
    if (isBodyLost) return reply(500, "");
    const name = storePhoto(parts, form.get("camera_image"));
    if (name === null) return serverError();
    await parts.db.write("UPDATE members SET PhotoUrl = ?, UpdateBy = ?, UpdateDate = ? WHERE ID = ?", [
      name,
      session.officer?.id ?? null,
      jakarta(),
      form.get("capture_id") ?? "",
    ]);
    return json({ status: 201, error: null, messages: { success: "Upload file berhasil" } }, 201);
  };
}

/** `api/anggota/upload_file` looks for what `do_upload` would have put down. That route is gone: the photo's name is emptied. */
export function uploadFile({ db }: SiteParts): Handler {
  return async ({ form }) => {
    await db.write("UPDATE members SET PhotoUrl = '', UpdateDate = ? WHERE ID = ?", [
      jakarta(),
      form.get("upload_id") ?? "",
    ]);
    return json({ status: 201, error: null, messages: { success: "Upload file berhasil" } }, 201);
  };
}

export function detail({ db }: SiteParts): Handler {
  return async ({ rest }) => {
    const member = await findMember(db, rest);
    return member
      ? json(member)
      : json({ status: 404, error: 404, messages: { error: "No Data Found" } }, 404);
  };
}

/** Any column by its name: so it is upstream. */
export function switchField({ db }: SiteParts): Handler {
  return async ({ form, rest }) => {
    const field = form.get("field") ?? "";
    await db.write("UPDATE members SET ?? = ?, UpdateDate = ? WHERE ID = ?", [
      field,
      form.get("value") ?? "",
      jakarta(),
      rest,
    ]);
    return json({ error: false, message: `Field ${field} berhasil diubah` });
  };
}

/** A GET deletes. */
export function deleteMember({ db, base }: SiteParts): Handler {
  return async ({ rest }) => {
    await db.write("DELETE FROM members WHERE ID = ?", [rest]);
    return redirect(`${base}/anggota`);
  };
}
