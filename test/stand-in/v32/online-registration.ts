import { createHash } from "node:crypto";
import { page } from "../exchange.ts";
import { html } from "../html.ts";
import { jakarta } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { columnsOf, memberFields, posted, shownOfRow } from "./member-form.ts";
import { nextMemberNo } from "./numbering.ts";
import { insertMember } from "./save-member.ts";

/** The public application beside `backend`: no location in the session, so a shorter number than at the counter. */
export function showRegistration(parts: SiteParts): Handler {
  return async () =>
    page(html`<!doctype html><html lang="id"><head><meta charset="UTF-8"><title>Pendaftaran</title></head><body>
<form id="w0" method="post">${await memberFields(parts, shownOfRow({}))}<input type="password" name="Members[Password]">
<button type="submit">Daftar</button></form></body></html>`);
}

/** Nothing is validated; the last day is today, whatever is activated later. */
export function register(parts: SiteParts): Handler {
  return async (visit) => {
    const today = jakarta().slice(0, 10);
    const MemberNo = await nextMemberNo(parts.db, "");
    await insertMember(parts, visit, {
      ...columnsOf(visit.form),
      ...{ MemberNo, StatusAnggota_id: 1, JenisPermohonan_id: 1, RegisterDate: today, EndDate: today },
    });
    await parts.db.insert("membersonline", {
      ...{
        NoAnggota: MemberNo,
        Email: posted(visit.form, "Email") ?? "",
        Status: "ACTIVE",
        CreateDate: jakarta(),
      },
      Password: createHash("sha1")
        .update(visit.form.get("Members[Password]") ?? "")
        .digest("hex"),
    });
    return page(html`<p>Pendaftaran berhasil. Nomor: <b id="registration-number">${MemberNo}</b></p>`);
  };
}
