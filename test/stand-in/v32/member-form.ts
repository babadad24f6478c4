import type { SqlValue } from "mysql2/promise";
import { type Choice, choices, type MemberRow } from "../database.ts";
import type { Fields } from "../exchange.ts";
import { Html, html, options } from "../html.ts";
import { dayFirst, fromDayFirst } from "../php.ts";
import type { SiteParts } from "../site.ts";

/** What a Yii form posts for a column: `Members[Fullname]` under the id `members-fullname`; dates under names of their own. */
const DATES = { DateOfBirth: "TglLahir", RegisterDate: "TglRegisterDate", EndDate: "TglEndDate" } as const;
const TEXTS = [
  ...["MemberNo", "IdentityType_id", "IdentityNo", "Fullname", "PlaceOfBirth", "Address", "NoHp", "Phone"],
  ...["Email", "MotherMaidenName", "Sex_id", "JenisAnggota_id", "StatusAnggota_id"],
] as const;
const REQUIRED = [
  ...["TglLahir", "MemberNo", "Fullname", "IdentityNo", "Sex_id", "IdentityType_id", "StatusAnggota_id"],
  ...["TglRegisterDate", "TglEndDate", "JenisAnggota_id"],
];

export const posted = (form: Fields, name: string): string | undefined => form.get(`Members[${name}]`);

/** The columns that a post fills; an empty number is none. */
export function columnsOf(form: Fields): Record<string, SqlValue> {
  const texts = TEXTS.filter((name) => form.has(`Members[${name}]`)).map((name) => [name, value(form, name)]);
  const dates = Object.entries(DATES)
    .filter(([, name]) => form.has(`Members[${name}]`))
    .map(([column, name]) => [column, fromDayFirst(posted(form, name))]);
  return {
    ...(Object.fromEntries([...texts, ...dates]) as Record<string, SqlValue>),
    // The box shows capitals by its style; the server makes them so.
    ...(form.has("Members[Fullname]") ? { Fullname: (posted(form, "Fullname") ?? "").toUpperCase() } : {}),
  };
}

function value(form: Fields, name: string): string | null {
  const given = posted(form, name) ?? "";
  return name.endsWith("_id") && given === "" ? null : given;
}

export const missingOf = (form: Fields): readonly string[] => REQUIRED.filter((name) => !posted(form, name));

/** What the fields show: of a row, or of what was posted and refused. */
export type Shown = (name: string) => string;

export const shownOfRow =
  (member: Partial<MemberRow>): Shown =>
  (name) => {
    const date = Object.entries(DATES).find(([, field]) => field === name)?.[0];
    if (date !== undefined) return dayFirst(member[date as keyof MemberRow] as string | null);
    return String(member[name as keyof MemberRow] ?? "");
  };

export const shownOfPost =
  (form: Fields): Shown =>
  (name) =>
    posted(form, name) ?? "";

/** `_form` and `_formEdit`: the fields of both pages. */
export async function memberFields({ db }: SiteParts, shown: Shown): Promise<Html> {
  const { types, statuses, sexes, identities } = await choices(db);
  const isManual = (await db.setting("TipeNomorAnggota")) === "Manual";
  return html`<div class="col-sm-6">
${text("MemberNo", "Nomor Anggota", shown, isManual ? "" : " readonly")}
${select("IdentityType_id", "Jenis. Identitas", identities, shown)}
${text("IdentityNo", "No.Identitas", shown)}
${text("Fullname", "Nama Lengkap", shown, ' style="text-transform: uppercase"')}
${text("PlaceOfBirth", "Tempat Lahir", shown)}
${text("TglLahir", "Tanggal Lahir", shown)}
${text("Address", "Alamat", shown)}
${text("NoHp", "No. HP", shown)}
${text("Phone", "Telepon", shown)}
</div><div class="col-sm-6">
${select("Sex_id", "Jenis Kelamin", sexes, shown)}
${text("Email", "Email", shown)}
${text("MotherMaidenName", "Nama Ibu Kandung", shown)}
${select("JenisAnggota_id", "Jenis Anggota", types, shown)}
${select("StatusAnggota_id", "Status Anggota", statuses, shown)}
${text("TglRegisterDate", "Tanggal Pendaftaran", shown)}
${text("TglEndDate", "Tanggal Akhir Berlaku", shown)}
<div class="field-members-locationcategory"><input type="hidden" name="Members[locationCategory]" value="">
<label><input type="checkbox" name="Members[locationCategory][]" value="1" checked>Perpustakaan Umum Kabupaten Tirtamaya</label></div>
<div class="field-members-collectioncategory"><input type="hidden" name="Members[collectionCategory]" value="">
<label><input type="checkbox" name="Members[collectionCategory][]" value="1" checked>Koleksi Umum</label></div>
</div>`;
}

/** `attributes` are ours, never anybody's input. */
function text(name: string, label: string, shown: Shown, attributes = ""): Html {
  const id = `members-${name.toLowerCase()}`;
  return html`<div class="form-group field-${id}"><label class="control-label col-md-3" for="${id}">${label}</label>
<div class="col-md-9"><input type="text" id="${id}" class="form-control" name="Members[${name}]" value="${shown(name)}" maxlength="255"${new Html(attributes)}></div></div>`;
}

function select(name: string, label: string, choice: readonly Choice[], shown: Shown): Html {
  const id = `members-${name.toLowerCase()}`;
  return html`<div class="form-group field-${id}"><label class="control-label col-md-3" for="${id}">${label}</label>
<div class="col-md-9"><select id="${id}" class="form-control" name="Members[${name}]"><option value=""></option>${options(choice, shown(name))}</select></div></div>`;
}
