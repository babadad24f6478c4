import { choices, type MemberRow } from "../database.ts";
import type { Reply } from "../exchange.ts";
import { type Html, html, js, options } from "../html.ts";
import type { SiteParts } from "../site.ts";
import { cameraModal } from "./camera-modal.ts";
import { csrfField, type Token } from "./csrf.ts";
import { editPhoto } from "./edit-photo.ts";
import { staffPage } from "./layout.ts";
import { loanRights } from "./loan-rights.ts";

/**
 * `/anggota/edit/{ID}`: saves by AJAX and stays. The identity field shows the member number, and that is what gets saved. The
 * profile above the form and its camera dialog, with the form's ids once more, are as public views of 3.3 have them; the
 * dialog's scripts are not on this page.
 */
export async function editPage(parts: SiteParts, member: MemberRow, token: Token): Promise<Reply> {
  const { base, db } = parts;
  const { types, statuses, sexes, identities } = await choices(db);
  const rights = async (table: string, column: string): Promise<readonly string[]> =>
    (
      await db.rows<{ readonly id: number }>(`SELECT ${column} AS id FROM ${table} WHERE Member_id = ?`, [
        member.ID,
      ])
    ).map(({ id }) => String(id));
  const photo = editPhoto();
  const address = `${base}/anggota/edit/${member.ID}`;
  const dialog = cameraModal(base, token);
  const content = html`<div class="app-main__inner"><h1 class="h5">Ubah Anggota</h1>
<div class="profile-responsive"><div class="menu-header-content"><h5 class="menu-header-title">${member.MemberNo}</h5>
<h6 class="menu-header-subtitle">${member.Fullname}</h6></div></div>
<div id="frm_message"></div>
<form id="frm" class="" method="post" action="" enctype="multipart/form-data">${csrfField(token)}
<div class="form-row row">
${field("Nama Anggota", "Fullname", "Fullname", member.Fullname)}
${select("Jenis Identitas", "IdentityType_id", "IdentityType_id", options(identities, member.IdentityType_id))}
${field("Nomor Identitas", "frm_create_IdentityNo", "IdentityNo", member.MemberNo)}
${field("Tempat Lahir", "frm_create_PlaceOfBirth", "PlaceOfBirth", member.PlaceOfBirth)}
${field("Tanggal Lahir", "date-time", "DateOfBirth", (member.DateOfBirth ?? "").slice(0, 10))}
${select("Jenis Kelamin", "Sex_id", "Sex_id", options(sexes, member.Sex_id))}
${field("Alamat Email", "Email", "Email", member.Email)}
${field("No. HP", "frm_create_NoHp", "Phone", member.Phone)}
${field("Alamat", "frm_create_Address", "Address", member.Address)}
${select("Jenis Anggota", "package", "JenisAnggota_id", options(types, member.JenisAnggota_id))}
${select("Status Anggota", "StatusAnggota_id", "StatusAnggota_id", options(statuses, member.StatusAnggota_id))}
</div>
${loanRights(
  await rights("memberloanauthorizecategory", "CategoryLoan_id"),
  await rights("memberloanauthorizelocation", "LocationLoan_id"),
)}
${photo.markup}
<button type="submit" class="btn btn-primary" id="btn-submit" name="submit">Simpan</button>
<a class="btn btn-secondary" href="${base}/anggota/printanggota/${member.ID}" target="_blank">Cetak Kartu</a>
</form></div>
${dialog.markup}`;
  const scripts = html`${photo.scripts}${js`
    $("#frm").on("submit", function (event) {
      event.preventDefault();
      $.ajax({ url: ${address}, type: "POST", data: new FormData(this), processData: false, contentType: false, dataType: "json" })
        .done(function (res) {
          $("#frm_message").html(res.success ? '<div class="alert alert-success">' + res.message + "</div>" : res.message);
          Swal.fire({ title: "Berhasil", text: res.message, icon: "success" });
        })
        .fail(function () { $("#frm_message").html('<div class="alert alert-danger">Terjadi kesalahan.</div>'); });
    });
  `}`;
  return staffPage(parts, { title: "Ubah Anggota", content, scripts });
}

function field(label: string, id: string, name: string, value: string | null): Html {
  return html`<div class="col-md-3"><div class="position-relative form-group"><label for="name">${label}</label>
<input type="text" class="form-control" id="${id}" name="${name}" value="${value}"></div></div>`;
}

function select(label: string, id: string, name: string, choice: readonly Html[]): Html {
  return html`<div class="col-md-3"><label>${label}</label>
<select class="form-control" id="${id}" name="${name}">${choice}</select></div>`;
}
