import type { Reply } from "../exchange.ts";
import { html, js } from "../html.ts";
import { dayFirst, echoFloat, fromDayFirst, jakarta, plusDays } from "../php.ts";
import type { Handler, SiteParts, Visit } from "../site.ts";
import { csrfField, tokenOf } from "./csrf.ts";
import { staffPage } from "./layout.ts";
import {
  columnsOf,
  memberFields,
  missingOf,
  posted,
  type Shown,
  shownOfPost,
  shownOfRow,
} from "./member-form.ts";
import { DESK_LOCATION, nextMemberNo } from "./numbering.ts";
import { yiiRedirect } from "./redirects.ts";
import { insertMember } from "./save-member.ts";

export function showCreate(parts: SiteParts): Handler {
  return async (visit) => {
    const MemberNo = await nextMemberNo(parts.db, DESK_LOCATION);
    return createPage(
      parts,
      visit,
      shownOfRow({ MemberNo, RegisterDate: jakarta(), EndDate: jakarta() }),
      [],
    );
  };
}

/** There is no photo here: the record must exist first. */
export function createMember(parts: SiteParts): Handler {
  const { db, knobs, base } = parts;
  return async (visit) => {
    const { form } = visit;
    const isManual = (await db.setting("TipeNomorAnggota")) === "Manual";
    const columns = columnsOf(form);
    const MemberNo = isManual
      ? (posted(form, "MemberNo") ?? "")
      : (await nextMemberNo(db, DESK_LOCATION)) || (posted(form, "IdentityNo") ?? "");
    const problems = [
      ...missingOf(form).map((name) => `${name} tidak boleh kosong.`),
      ...((await isThere(parts, "MemberNo = ?", [MemberNo])) ? ["Nomor Anggota sudah ada."] : []),
      ...((await isThere(parts, "IdentityNo = ?", [posted(form, "IdentityNo") ?? ""]))
        ? ["Nomor identitas sudah ada."]
        : []),
      ...((await isSamePerson(parts, visit)) ? ["Anggota dengan nama dan tanggal lahir ini sudah ada."] : []),
    ];
    if (problems.length > 0) return createPage(parts, visit, shownOfPost(form), problems);
    await knobs.numberChosen();
    const id = await insertMember(parts, visit, { ...columns, MemberNo, JenisPermohonan_id: 1 });
    return yiiRedirect(visit, `${base}/member/member/update?id=${echoFloat(id)}`);
  };
}

async function isThere({ db }: SiteParts, condition: string, values: readonly string[]): Promise<boolean> {
  return (await db.row(`SELECT ID FROM members WHERE ${condition} LIMIT 1`, values)) !== undefined;
}

function isSamePerson(parts: SiteParts, { form }: Visit): Promise<boolean> {
  return isThere(parts, "Fullname = ? AND DATE(DateOfBirth) = ? AND PlaceOfBirth = ?", [
    posted(form, "Fullname") ?? "",
    fromDayFirst(posted(form, "TglLahir")) ?? "",
    posted(form, "PlaceOfBirth") ?? "",
  ]);
}

async function createPage(
  parts: SiteParts,
  visit: Visit,
  shown: Shown,
  problems: readonly string[],
): Promise<Reply> {
  const token = tokenOf(visit);
  const content = html`<div class="members-create"><div class="members-form">
<form id="w0" class="form-horizontal" action="${parts.prefix}/member/member/create" method="post" role="form">${csrfField(token)}
<div class="page-header"><button type="submit" class="btn btn-success">Simpan</button></div>
${problems.length > 0 ? html`<div class="error-summary alert alert-danger"><ul>${problems.map((text) => html`<li>${text}</li>`)}</ul></div>` : ""}
${await memberFields(parts, shown)}
</form></div></div>`;
  return staffPage(parts, { title: "Entri Anggota", token, content, scripts: VALIDITY });
}

/** The last day follows from the type and the first day; the server reckons it. */
export const VALIDITY = js`
  $("#members-jenisanggota_id, #members-tglregisterdate").change(function () {
    $.get("masa-berlaku?jenis=" + $("#members-jenisanggota_id").val() + "&registerDate=" + $("#members-tglregisterdate").val(),
      function (data) { $("#members-tglenddate").val(data); });
  });
`;

/** `masa-berlaku?jenis=&registerDate=` */
export function validity({ db }: SiteParts): Handler {
  return async ({ query }) => {
    const type = await db.row<{ readonly days: number | null }>(
      "SELECT MasaBerlakuAnggota AS days FROM jenis_anggota WHERE id = ?",
      [query.get("jenis") ?? ""],
    );
    const first = fromDayFirst(query.get("registerDate")) ?? jakarta();
    return {
      status: 200,
      cookies: [],
      headers: { "content-type": "text/html; charset=UTF-8" },
      body: dayFirst(plusDays(first, type?.days ?? 0)),
    };
  };
}
