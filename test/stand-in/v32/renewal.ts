import { choices } from "../database.ts";
import { type Reply, redirect } from "../exchange.ts";
import { html, options } from "../html.ts";
import { dayFirst, fromDayFirst, jakarta } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { csrfField, tokenOf } from "./csrf.ts";
import { staffPage } from "./layout.ts";
import { saveMember } from "./save-member.ts";

export function renewalList(parts: SiteParts): Handler {
  return async (visit): Promise<Reply> => {
    const rows = await parts.db.rows<{ readonly Fullname: string | null; readonly Tanggal: string }>(
      "SELECT m.Fullname, p.Tanggal FROM member_perpanjangan p LEFT JOIN members m ON m.ID = p.Member_id ORDER BY p.ID DESC LIMIT 50",
    );
    const content = html`<a class="btn btn-success" href="${parts.prefix}/member/perpanjang/create">Tambah</a>
<table class="table"><tbody>${rows.map((row) => html`<tr><td>${row.Fullname}</td><td>${dayFirst(row.Tanggal)}</td></tr>`)}</tbody></table>`;
    return staffPage(parts, { title: "Perpanjangan", token: tokenOf(visit), content });
  };
}

export function showRenewal(parts: SiteParts): Handler {
  return async (visit) => {
    const { types } = await choices(parts.db);
    const token = tokenOf(visit);
    const name = (field: string): string => `MemberPerpanjangan[${field}]`;
    const content = html`<form id="w0" action="${parts.prefix}/member/perpanjang/create" method="post">${csrfField(token)}
<input type="text" id="memberperpanjangan-member_id" name="${name("Member_id")}" placeholder="Nomor - Nama">
<select id="memberperpanjangan-jenisanggota_id" name="${name("JenisAnggota_id")}">${options(types, undefined)}</select>
<input type="text" id="memberperpanjangan-tanggal" name="${name("Tanggal")}" value="${dayFirst(jakarta())}">
<input type="text" id="memberperpanjangan-biaya" name="${name("Biaya")}" value="0">
<input type="checkbox" name="${name("IsLunas")}" value="1">
<textarea name="${name("Keterangan")}"></textarea><button type="submit" class="btn btn-success">Simpan</button></form>`;
    return staffPage(parts, { title: "Perpanjangan", token, content });
  };
}

/** The member comes as "number - name" and is cut at the first hyphen: a number with a hyphen finds nobody, or another. */
export function renew(parts: SiteParts): Handler {
  const { db, base } = parts;
  return async (visit) => {
    const posted = (field: string): string => visit.form.get(`MemberPerpanjangan[${field}]`) ?? "";
    const number = (posted("Member_id").split("-")[0] ?? "").trim();
    const member = await db.row<{ readonly ID: number }>("SELECT ID FROM members WHERE MemberNo = ?", [
      number,
    ]);
    if (!member) throw new Error("Trying to get property of non-object");
    const end = fromDayFirst(posted("Tanggal")) ?? "";
    await db.insert("member_perpanjangan", {
      ...{ Member_id: member.ID, Tanggal: end, Biaya: posted("Biaya"), Keterangan: posted("Keterangan") },
      ...{
        IsLunas: posted("IsLunas") === "1",
        CreateBy: visit.session.officer?.id ?? null,
        CreateDate: jakarta(),
      },
    });
    await saveMember(parts, visit, String(member.ID), { EndDate: end });
    return redirect(`${base}/member/perpanjang/index`);
  };
}
