import { findMember, type MemberRow } from "../database.ts";
import { notFound, type Reply } from "../exchange.ts";
import { type Html, html } from "../html.ts";
import { dayFirst, echoFloat } from "../php.ts";
import type { Handler, SiteParts, Visit } from "../site.ts";
import { VALIDITY } from "./create.ts";
import { csrfField, tokenOf } from "./csrf.ts";
import { staffPage } from "./layout.ts";
import { columnsOf, memberFields, missingOf, type Shown, shownOfPost, shownOfRow } from "./member-form.ts";
import { photoTab } from "./photo-tab.ts";
import { yiiRedirect } from "./redirects.ts";
import { saveMember } from "./save-member.ts";

export function showUpdate(parts: SiteParts): Handler {
  return async (visit) => {
    const member = await findMember(parts.db, visit.query.get("id") ?? "");
    return member ? updatePage(parts, visit, member, shownOfRow(member), []) : notFound();
  };
}

/** Changed columns only; afterwards the same page again. */
export function updateMember(parts: SiteParts): Handler {
  return async (visit) => {
    const id = visit.query.get("id") ?? "";
    const member = await findMember(parts.db, id);
    if (!member) return notFound();
    const problems = missingOf(visit.form).map((name) => `${name} tidak boleh kosong.`);
    if (problems.length > 0) return updatePage(parts, visit, member, shownOfPost(visit.form), problems);
    await saveMember(parts, visit, id, columnsOf(visit.form));
    return yiiRedirect(visit, `${parts.base}/member/member/update?id=${id}`);
  };
}

async function updatePage(
  parts: SiteParts,
  visit: Visit,
  member: MemberRow,
  shown: Shown,
  problems: readonly string[],
): Promise<Reply> {
  const { prefix } = parts;
  const token = tokenOf(visit);
  const id = echoFloat(member.ID);
  const photo = photoTab(member.ID);
  const content = html`<form id="w0" class="form-horizontal" action="${prefix}/member/member/update?id=${id}" method="post" role="form">${csrfField(token)}
<div class="members-update"><div class="page-header"><h3><div class="pull-left"><p>
<button type="submit" class="btn btn-primary btn-sm">Simpan</button>
<a class="btn bg-maroon btn-sm" href="${prefix}/member/pdf/kartu-anggota-satuan/?tipe=2&id=${id}" target="_blank">Kartu Anggota</a>
<a class="btn btn-warning btn-sm" href="${prefix}/member/member/index">Selesai</a></p></div></h3></div>
${problems.length > 0 ? html`<div class="error-summary alert alert-danger"><ul>${problems.map((text) => html`<li>${text}</li>`)}</ul></div>` : ""}
<div class="nav-tabs-custom"><ul class="nav nav-tabs">
<li class="active"><a href="#fa-icons" data-toggle="tab">Detail Anggota</a></li>
<li><a href="#foto" data-toggle="tab">Foto Anggota</a></li>
<li><a href="#pelanggaran" data-toggle="tab">Data Pelanggaran</a></li>
<li><a href="${prefix}/member/member/histori-peminjaman?id=${id}">Data Peminjaman</a></li>
<li><a href="#perpanjangan" data-toggle="tab">Data Perpanjangan</a></li>
<li><a href="#sumbangan" data-toggle="tab">Data Sumbangan</a></li></ul>
<div class="tab-content">
<div class="tab-pane active" id="fa-icons"><div class="row"><br>${await memberFields(parts, shown)}</div></div>
<div class="tab-pane" id="foto"><div class="row"><br>${photo.markup}</div></div>
<div class="tab-pane" id="pelanggaran"></div>
<div class="tab-pane" id="perpanjangan">${await renewals(parts, member.ID)}</div>
<div class="tab-pane" id="sumbangan"></div>
</div></div></div></form>`;
  const scripts = html`${photo.scripts}${VALIDITY}`;
  return staffPage(parts, { title: `Koreksi Anggota #${id}`, token, content, scripts });
}

async function renewals({ db }: SiteParts, id: number): Promise<Html> {
  const rows = await db.rows<{ readonly Tanggal: string; readonly Biaya: string | null }>(
    "SELECT Tanggal, Biaya FROM member_perpanjangan WHERE Member_id = ? ORDER BY ID",
    [id],
  );
  return html`<table class="table"><tbody>${rows.map((row) => html`<tr><td>${dayFirst(row.Tanggal)}</td><td>${row.Biaya}</td></tr>`)}</tbody></table>`;
}
