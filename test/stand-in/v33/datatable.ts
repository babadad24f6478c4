import { json, type Reply, serverError } from "../exchange.ts";
import { html, options } from "../html.ts";
import type { Handler, SiteParts } from "../site.ts";

interface ListedRow {
  readonly ID: number;
  readonly Fullname: string;
  readonly Email: string | null;
  readonly MemberNo: string;
  readonly PhotoUrl: string | null;
  readonly RegisterDate: string | null;
  readonly EndDate: string | null;
  readonly CreateDate: string | null;
  readonly JenisAnggota: string | null;
  readonly StatusAnggota_id: number | null;
}

const ORDERS = [
  "a.ID",
  "a.ID",
  "a.Fullname",
  "a.MemberNo",
  "a.RegisterDate",
  "a.EndDate",
  "a.StatusAnggota_id",
];
const SEARCHED = "(a.Fullname LIKE ? OR a.MemberNo LIKE ? OR a.Email LIKE ?)";

/** `api/anggota/datatable`: what DataTables asks on the server side. Without its parameters: 500. */
export function datatable(parts: SiteParts): Handler {
  const { db } = parts;
  return async ({ query }): Promise<Reply> => {
    if (!query.has("draw")) return serverError();
    const like = `%${query.get("search[value]") ?? ""}%`;
    const column = ORDERS[Number(query.get("order[0][column]") ?? 8)] ?? "a.CreateDate";
    const direction = query.get("order[0][dir]") === "asc" ? "ASC" : "DESC";
    const rows = await db.rows<ListedRow>(
      `SELECT a.*, j.jenisanggota AS JenisAnggota FROM members a LEFT JOIN jenis_anggota j ON j.id = a.JenisAnggota_id
       WHERE a.IsKeranjang = 0 AND ${SEARCHED} ORDER BY ${column} ${direction}, a.ID DESC LIMIT ? OFFSET ?`,
      [like, like, like, Number(query.get("length") ?? 10), Number(query.get("start") ?? 0)],
    );
    const count = async (condition: string, values: readonly string[]): Promise<number> => {
      const sql = `SELECT COUNT(*) AS total FROM members a WHERE a.IsKeranjang = 0${condition}`;
      return (await db.row<{ readonly total: number }>(sql, values))?.total ?? 0;
    };
    const statuses = await db.rows<{ readonly id: number; readonly name: string }>(
      "SELECT id, Nama AS name FROM status_anggota ORDER BY Nama",
    );
    const choice = statuses.map(({ id, name }) => [id, name] as const);
    const first = Number(query.get("start") ?? 0) + 1;
    return json({
      draw: Number(query.get("draw")),
      recordsTotal: await count("", []),
      recordsFiltered: await count(` AND ${SEARCHED}`, [like, like, like]),
      data: rows.map((row, index) => cells(parts.base, row, choice, first + index)),
    });
  };
}

function cells(
  base: string,
  row: ListedRow,
  statuses: readonly (readonly [number, string])[],
  no: number,
): Readonly<Record<string, unknown>> {
  const fallback = `${base}/uploads/default/nophoto.jpg`;
  const image = row.PhotoUrl ? `${base}/uploads/anggota/${row.PhotoUrl}` : fallback;
  const button = (kind: string, title: string) =>
    html`<button type="button" class="btn btn-secondary btn-sm mt-2 ${kind}" data-id="${row.ID}" data-field="PhotoUrl" data-title="${title}">${title}</button>`;
  return {
    no,
    ID: row.ID,
    cid: html`<input type="checkbox" class="check" name="ID[]" value="${row.ID}">`.text,
    FullName:
      html`<div class="widget-content p-0"><div class="widget-content-wrapper"><div class="widget-content-left mr-3">
<a href="${image}" class="image-link"><img width="100" height="100" class="rounded" src="${image}" onerror="this.onerror=null;this.src='${fallback}';" alt=""></a></div>
<div class="widget-content-left"><div class="widget-heading">${row.Fullname}</div><div class="widget-subheading">${row.Email}</div>
<div class="widget-subheading">${row.JenisAnggota}</div>${button("btn-upload-foto", "Upload Foto")} ${button("btn-ambil-foto", "Ambil Foto")}</div></div></div>`
        .text,
    MemberNo:
      html`<div class="widget-content p-0"><div class="widget-content-wrapper"><div class="widget-content-left"><div class="widget-heading">${row.MemberNo}</div></div></div></div>`
        .text,
    RegisterDate: badge(row.RegisterDate),
    EndDate: badge(row.EndDate),
    StatusAnggota:
      html`<select class="form-control apply-select" name="status_anggota" data-href="${base}/api/anggota/switch/${row.ID}" data-field="StatusAnggota_id">${options(statuses, row.StatusAnggota_id)}</select>`
        .text,
    action: html`<a href="${base}/anggota/edit/${row.ID}" title="Ubah" class="btn btn-primary">Ubah</a>
<a href="javascript:void(0);" data-href="${base}/anggota/delete/${row.ID}" title="Hapus" class="btn btn-danger remove-data">Hapus</a>`
      .text,
    CreateDate: row.CreateDate,
  };
}

const badge = (date: string | null): string =>
  html`<span class="badge bg-primary">${(date ?? "").slice(0, 10)}</span>`.text;
