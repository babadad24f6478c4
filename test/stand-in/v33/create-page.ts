import { type Choices, choices } from "../database.ts";
import { Fields, type Reply } from "../exchange.ts";
import { Html, html, js, options } from "../html.ts";
import type { SiteParts } from "../site.ts";
import { createPhoto } from "./create-photo.ts";
import { csrfField, type Token } from "./csrf.ts";
import { staffPage } from "./layout.ts";
import { loanRights } from "./loan-rights.ts";

interface Filled {
  readonly token: Token;
  readonly values?: Fields;
  readonly problems?: readonly string[];
}

/** `/anggota/create`, empty or as it was sent with what is wrong. */
export async function createPage(
  parts: SiteParts,
  { token, values = new Fields(), problems = [] }: Filled,
): Promise<Reply> {
  const { base, db } = parts;
  const lists = await choices(db);
  const isManual = (await db.setting("TipeNomorAnggota")) === "Manual";
  const days = await db.rows<{ readonly id: number; readonly days: number | null }>(
    "SELECT id, MasaBerlakuAnggota AS days FROM jenis_anggota",
  );
  const photo = createPhoto(base);
  const content = html`<div class="app-main__inner"><h1 class="h5">Tambah Anggota</h1>
${problems.length > 0 ? html`<div class="alert alert-danger" role="alert"><ul>${problems.map((text) => html`<li>${text}</li>`)}</ul></div>` : ""}
<form id="myform" class="" method="post" action="${base}/anggota/create">${csrfField(token)}
${isManual ? field("Nomor Anggota", "frm_create_ID", "MemberNo", values) : ""}
${personal(values, lists)}
${membership(values, lists)}
${loanRights([], [])}
${photo.markup}
<button type="submit" class="btn btn-primary" id="btn-submit" name="submit">Simpan</button>
</form></div>`;
  const scripts = html`${photo.scripts}${js`
    var daysOfType = ${Object.fromEntries(days.map(({ id, days: valid }) => [id, valid ?? 365]))};
    $("#package").on("change", function () {
      var end = new Date();
      end.setDate(end.getDate() + daysOfType[$(this).val()]);
      $("#EndDate").val(end.toISOString().slice(0, 10));
    });
    myFunction();
  `}`;
  return staffPage(parts, { title: "Tambah Anggota", content, scripts });
}

function personal(values: Fields, { identities, sexes }: Choices): Html {
  return html`<div class="form-row row">
${field("Nama Anggota", "Fullname", "Fullname", values, "required")}
<div class="col-md-3"><label>Jenis Identitas</label>
<select class="form-control" name="IdentityType_id" id="IdentityType_id"><option value="" disabled selected>Jenis identitas</option>
${options(identities, values.get("IdentityType_id"))}</select></div>
${field("Nomor Identitas", "frm_create_IdentityNo", "IdentityNo", values, 'maxlength="16"')}
${field("Tempat Lahir", "frm_create_PlaceOfBirth", "PlaceOfBirth", values)}
${field("Tanggal Lahir", "date-time", "DateOfBirth", values, 'type="date"')}
<div class="col-md-3"><label>Jenis Kelamin</label>
<select class="form-control" name="Sex_id" id="Sex_id">${options(sexes, values.get("Sex_id"))}</select></div>
${field("Alamat Email", "Email", "Email", values, 'type="email" required')}
${field("No. HP", "frm_create_NoHp", "Phone", values, 'maxlength="15"')}
${field("Alamat", "frm_create_Address", "Address", values)}
</div>`;
}

function membership(values: Fields, { types, statuses }: Choices): Html {
  return html`<div class="form-row row">
<div class="col-md-3"><label>Jenis Anggota</label>
<select class="form-control" name="JenisAnggota_id" id="package"><option value="" disabled selected>Jenis anggota</option>
${options(types, values.get("JenisAnggota_id"))}</select></div>
${field("Masa Berlaku", "EndDate", "EndDate", values, "readonly")}
<div class="col-md-3"><label>Status Anggota</label>
<select class="form-control" name="StatusAnggota_id" id="StatusAnggota_id">${options(statuses, values.get("StatusAnggota_id"))}</select></div>
</div>`;
}

/** `attributes` are ours, never anybody's input. */
function field(label: string, id: string, name: string, values: Fields, attributes = ""): Html {
  const input = html`class="form-control" id="${id}" name="${name}" value="${values.get(name) ?? ""}"`;
  return html`<div class="col-md-3"><div class="position-relative form-group"><label for="name">${label}</label>
<input ${input} ${new Html(attributes)}></div></div>`;
}
