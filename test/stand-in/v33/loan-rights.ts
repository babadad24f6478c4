import type { SiteDatabase } from "../database.ts";
import type { Fields } from "../exchange.ts";
import { Html, html } from "../html.ts";

/** Invented: what may be borrowed, and where. */
const CATEGORIES = [
  ["1", "Koleksi Umum"],
  ["2", "Koleksi Anak"],
] as const;
const LOCATIONS = [["1", "Perpustakaan Umum Kabupaten Tirtamaya"]] as const;

/** Boxes that are ticked at first, as the type's defaults tick them; an empty list of ids means just that. */
export function loanRights(categories: readonly string[], locations: readonly string[]): Html {
  return html`<div class="form-row row">
${CATEGORIES.map(([id, name]) => box("CategoryLoan_id[]", id, name, categories))}
${LOCATIONS.map(([id, name]) => box("LocationLoan_id[]", id, name, locations))}</div>`;
}

function box(name: string, id: string, label: string, chosen: readonly string[]): Html {
  const checked = chosen.length === 0 || chosen.includes(id);
  return html`<div class="col-md-3"><label><input type="checkbox" name="${name}" value="${id}"${new Html(checked ? " checked" : "")}> ${label}</label></div>`;
}

/** `count(null)` is a TypeError since PHP 8: by then the member is in the table, and the officer sees an error page. */
export async function saveLoanRights(db: SiteDatabase, memberId: number, form: Fields): Promise<void> {
  await db.write("DELETE FROM memberloanauthorizecategory WHERE Member_id = ?", [memberId]);
  await db.write("DELETE FROM memberloanauthorizelocation WHERE Member_id = ?", [memberId]);
  for (const id of counted(form, "CategoryLoan_id")) {
    await db.insert("memberloanauthorizecategory", { Member_id: memberId, CategoryLoan_id: id });
  }
  for (const id of counted(form, "LocationLoan_id")) {
    await db.insert("memberloanauthorizelocation", { Member_id: memberId, LocationLoan_id: id });
  }
}

function counted(form: Fields, name: string): readonly string[] {
  const ids = form.list(name);
  if (ids.length === 0)
    throw new TypeError("count(): Argument #1 must be of type Countable|array, null given");
  return ids;
}
