import { choices } from "../database.ts";
import { type Reply, redirect } from "../exchange.ts";
import { html, js, options } from "../html.ts";
import { jakarta } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { csrfField, tokenOf } from "./csrf.ts";
import { staffPage } from "./layout.ts";

const BRANCH = 1;

export function renewalList(parts: SiteParts): Handler {
  return async (): Promise<Reply> => {
    const rows = await parts.db.rows<{ readonly Fullname: string | null; readonly Tanggal: string }>(
      "SELECT m.Fullname, p.Tanggal FROM member_perpanjangan p LEFT JOIN members m ON m.ID = p.Member_id ORDER BY p.ID DESC LIMIT 50",
    );
    const content = html`<div class="app-main__inner"><h1 class="h5">Perpanjangan Anggota</h1>
<a class="btn btn-success" href="${parts.base}/perpanjangan-anggota/create">Tambah Perpanjangan</a>
<table class="table" id="tbl_data"><tbody>${rows.map((row) => html`<tr><td>${row.Fullname}</td><td>${row.Tanggal.slice(0, 10)}</td></tr>`)}</tbody></table></div>`;
    return staffPage(parts, { title: "Perpanjangan", content });
  };
}

/** Only members of the officer's own branch can be picked: rows without a Branch_id are not there. */
export function showRenewal(parts: SiteParts): Handler {
  return async (visit) => {
    const { types } = await choices(parts.db);
    const members = await parts.db.rows<{
      readonly ID: number;
      readonly MemberNo: string;
      readonly Fullname: string;
      readonly EndDate: string | null;
      readonly type: number | null;
    }>(
      "SELECT ID, MemberNo, Fullname, EndDate, JenisAnggota_id AS type FROM members WHERE Branch_id = ? ORDER BY ID DESC",
      [BRANCH],
    );
    const picked = members.map(({ ID, MemberNo, Fullname }) => [ID, `${MemberNo} - ${Fullname}`] as const);
    const content = html`<div class="app-main__inner"><h1 class="h5">Perpanjangan Anggota</h1>
<form id="frm_create" method="post" action="${parts.base}/perpanjangan-anggota/create">${csrfField(tokenOf(visit))}
<select class="form-control" name="Member_id[]" id="Member_id" multiple>${options(picked, undefined)}</select>
<input class="form-control" type="date" id="date2" name="EndDate">
<select class="form-control" id="jenisanggota_id" name="Jenisanggota_id">${options(types, undefined)}</select>
<input class="form-control" type="text" name="biaya" value="0"> <label><input type="checkbox" name="is_lunas" value="1"> Lunas</label>
<textarea class="form-control" name="Keterangan"></textarea>
<button type="submit" class="btn btn-primary">Simpan</button></form></div>`;
    const known = Object.fromEntries(
      members.map(({ ID, EndDate, type }) => [ID, { end: EndDate?.slice(0, 10), type }]),
    );
    const scripts = js`
      var known = ${known};
      $("#Member_id").on("change", function () {
        var member = known[$(this).val()[0]];
        if (!member) return;
        $("#date2").val(member.end);
        $("#jenisanggota_id").val(member.type);
      });
    `;
    return staffPage(parts, { title: "Perpanjangan", content, scripts });
  };
}

/** One renewal row and the member's new last day for each. The rows have no CreateBy. */
export function renew(parts: SiteParts): Handler {
  const { db, base } = parts;
  return async ({ form, session }) => {
    const end = form.get("EndDate") ?? "";
    const officer = session.officer?.id ?? null;
    for (const id of form.list("Member_id")) {
      await db.insert("member_perpanjangan", {
        ...{
          Member_id: id,
          Tanggal: end,
          Biaya: form.get("biaya") ?? "0",
          Keterangan: form.get("Keterangan") ?? "",
        },
        ...{ IsLunas: form.has("is_lunas"), Branch_id: BRANCH, UpdateBy: officer, CreateDate: jakarta() },
      });
      await db.write(
        "UPDATE members SET EndDate = ?, JenisAnggota_id = ?, UpdateBy = ?, UpdateDate = ? WHERE ID = ?",
        [...[end, form.get("Jenisanggota_id") ?? null, officer, jakarta(), id]],
      );
    }
    return redirect(`${base}/perpanjangan-anggota`, 303);
  };
}
