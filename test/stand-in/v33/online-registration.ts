import type { SqlValue } from "mysql2/promise";
import { choices } from "../database.ts";
import { json } from "../exchange.ts";
import { html, js, options } from "../html.ts";
import { jakarta } from "../php.ts";
import { type Handler, type SiteParts, scriptTags } from "../site.ts";
import { standalonePage } from "./layout.ts";

/** Invented regions: the public page posts their codes, and codes are what ends up in the columns. */
const REGIONS = [
  ["99", "Provinsi Rekaan"],
  ["98", "Provinsi Tirta"],
] as const;

/** `/home/pendaftaran-online`: public, without a photo. */
export function showRegistration(parts: SiteParts): Handler {
  return async () => {
    const { sexes, identities } = await choices(parts.db);
    const input = (name: string, type = "text") =>
      html`<input class="form-control" type="${type}" name="${name}" id="${name}" placeholder="${name}">`;
    const body = html`<form id="form_register">
${input("Fullname")}<select name="IdentityType_id">${options(identities, 1)}</select>${input("IdentityNo")}
${input("PlaceOfBirth")}${input("DateOfBirth", "date")}<select name="Sex_id">${options(sexes, 1)}</select>
${input("Email", "email")}${input("Phone")}${input("Address")}<select name="Province">${options(REGIONS, "99")}</select>
<button type="submit" id="btn-register">Daftar</button></form><div id="register_message"></div>
${scriptTags([
  `${parts.base}/themes/jquery-4.0.0.min.js`,
  "https://cdnjs.cloudflare.com/ajax/libs/axios/1.4.0/axios.min.js",
  "https://cdnjs.cloudflare.com/ajax/libs/select2/4.0.13/js/select2.min.js",
])}
${js`$("#form_register").on("submit", function (event) {
  event.preventDefault();
  $.ajax({ url: ${`${parts.base}/api/member/register`}, type: "POST", dataType: "json", data: $(this).serialize() })
    .done(function (res) { $("#register_message").text(res.messages.success); })
    .fail(function (xhr) { $("#register_message").text(xhr.status); });
});`}`;
    return standalonePage("Pendaftaran Anggota", html``, body);
  };
}

/** Straight into `members`: the number is the identity number, the status new, and there is no last day and no type. */
export function register({ db }: SiteParts): Handler {
  return async ({ form }) => {
    const [email, identityNo] = [form.get("Email") ?? "", form.get("IdentityNo") ?? ""];
    const known = await db.row("SELECT ID FROM members WHERE Email = ? OR IdentityNo = ? LIMIT 1", [
      email,
      identityNo,
    ]);
    if (known)
      return json({ status: 400, error: 400, messages: { error: "Email atau NIK sudah terdaftar" } }, 400);
    const names = [
      ...[
        "Fullname",
        "IdentityType_id",
        "PlaceOfBirth",
        "DateOfBirth",
        "Sex_id",
        "Phone",
        "Address",
        "Province",
      ],
    ];
    const posted = Object.fromEntries(
      names.map((name): [string, SqlValue] => [name, form.get(name) ?? null]),
    );
    const now = jakarta();
    await db.insert("members", {
      ...posted,
      ...{ Email: email, IdentityNo: identityNo, MemberNo: identityNo, StatusAnggota_id: 1 },
      ...{ RegisterDate: now, CreateDate: now, UpdateDate: now },
    });
    return json({ status: 201, error: null, messages: { success: "Pendaftaran berhasil" } }, 201);
  };
}
