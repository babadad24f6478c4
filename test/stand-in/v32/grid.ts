import { page, type Reply, withHeaders } from "../exchange.ts";
import { type Html, html, js } from "../html.ts";
import { dayFirst, echoFloat } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { tokenOf } from "./csrf.ts";
import { staffPage } from "./layout.ts";
import { photoAddress } from "./photos.ts";

interface GridRow {
  readonly ID: number;
  readonly MemberNo: string;
  readonly Fullname: string;
  readonly EndDate: string | null;
  readonly PhotoUrl: string | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly StatusAnggota_id: number | null;
}

/** `member/member/index`: `#myGrid` inside the Pjax container `#myGridview`, whose scripts come with every load of it. */
export function memberGrid(parts: SiteParts): Handler {
  return async (visit): Promise<Reply> => {
    const size = Number(visit.query.get("per-page") ?? 20);
    const current = Number(visit.query.get("page") ?? 1);
    const rows = await parts.db.rows<GridRow>(
      `SELECT m.*, j.jenisanggota AS type, s.Nama AS status FROM members m
       LEFT JOIN jenis_anggota j ON j.id = m.JenisAnggota_id LEFT JOIN status_anggota s ON s.id = m.StatusAnggota_id
       ORDER BY m.ID DESC LIMIT ? OFFSET ?`,
      [size, (current - 1) * size],
    );
    const total = (await parts.db.row<{ readonly n: number }>("SELECT COUNT(*) AS n FROM members"))?.n ?? 0;
    const pages = Math.ceil(total / size);
    const inner = grid(parts, rows, (current - 1) * size, pager(parts, current, pages, size));
    if (visit.headers["x-pjax"] !== undefined) {
      const address = `${visit.url.pathname}${visit.url.search.replace(/[?&]_pjax=[^&]*/, "")}`;
      const part = html`<title>Daftar Anggota</title>${inner}${scripts(parts)}`;
      return withHeaders(page(part), { "x-pjax-url": address });
    }
    const content = html`<div class="members-index"><div class="page-header">
<a class="btn btn-success" href="${parts.prefix}/member/member/create">Tambah</a></div>
<div id="myGridview" data-pjax-container="" data-pjax-push-state data-pjax-timeout="1000">${inner}</div></div>
<div id="checkError"></div>`;
    const pjax = js`jQuery(document).pjax("#myGridview a:not([data-pjax=0])", "#myGridview", { push: true, replace: false, timeout: 1000, scrollTo: false });`;
    return staffPage(parts, {
      title: "Daftar Anggota",
      token: tokenOf(visit),
      content,
      scripts: html`${scripts(parts)}${pjax}`,
    });
  };
}

function grid(parts: SiteParts, rows: readonly GridRow[], before: number, pages: Html): Html {
  return html`<div id="myGrid" class="grid-view hide-resize" data-krajee-grid="kvGridInit"><div class="panel panel-info">
<div class="panel-heading"><h3 class="panel-title">Daftar Anggota</h3></div>
<div class="kv-panel-before"><div class="form-group"><label for="cbAction">Tindakan : </label>
<select id="cbAction" name="cbAction"><option value="aktivasi">Aktivasi</option>
<option value="extend_member">Perpanjangan Masa Berlaku Anggota</option><option value="cetak">Cetak kartu anggota</option>
<option value="cetak_kartu_blakang">Cetak kartu belakang</option><option value="keranjang-anggota">Masukan ke keranjang anggota</option>
<option value="delete-bulk">Hapus data</option></select>
<div id="actionDropdown" style="display:none"><select id="cbActionDetail" name="cbActionDetail">
<option value="model1">Cetak kartu anggota terpilih (satuan)</option><option value="model2">Standar A4 Kartu Anggota</option></select></div>
<button type="submit" id="btnCheckprocess" class="btn btn-primary btn-sm" title="Proses">Proses</button></div></div>
<div id="myGrid-container" class="table-responsive kv-grid-container"><table class="kv-grid-table table table-hover table-bordered table-striped table-condensed">
<thead><tr><th class="kv-all-select"><input type="checkbox" class="select-on-check-all" name="cek_all" value="1"></th><th>#</th>
<th>Foto</th><th>Nomor Anggota</th><th>Nama Lengkap</th><th>Masa Berlaku</th><th>Jenis Anggota</th><th>Status</th></tr></thead>
<tbody>${rows.map((row, index) => gridRow(parts, row, before + index + 1))}</tbody></table></div>
<div class="kv-panel-pager">${pages}</div>
</div></div>`;
}

function gridRow(parts: SiteParts, row: GridRow, no: number): Html {
  const id = echoFloat(row.ID);
  const label = row.StatusAnggota_id === 3 ? "label-primary" : "label-warning";
  return html`<tr data-key="${id}"><td class="kv-row-select"><input type="checkbox" class="kv-row-checkbox" name="cek[]" value="${id}"></td>
<td>${no}</td><td><img src="${photoAddress(parts, row.PhotoUrl)}" width="100" height="100" alt=""></td><td>${row.MemberNo}</td>
<td><a href="${parts.prefix}/member/member/update?id=${id}" title="${row.Fullname}">${row.Fullname}</a></td>
<td>${dayFirst(row.EndDate)}</td><td>${row.type}</td><td><span class="label ${label}">${row.status}</span></td></tr>`;
}

function pager(parts: SiteParts, current: number, pages: number, size: number): Html {
  const link = (number: number, text: string): Html =>
    html`<li><a href="${parts.prefix}/member/member/index?page=${number}&per-page=${size}" data-page="${number - 1}">${text}</a></li>`;
  return html`<ul class="pagination">${link(1, "Awal")}${current < pages ? link(current + 1, "»") : ""}${link(pages, "Akhir")}</ul>`;
}

function scripts({ prefix }: SiteParts): Html {
  return js`
    jQuery(document).ready(function () {
      $("#cbAction").change(function () { $("#actionDropdown").toggle($(this).val() === "cetak"); });
      $("#btnCheckprocess").click(function () {
        var action = $("#cbAction").val();
        var data = { row_id: $("#myGrid").yiiGridView("getSelectedRows"), action: action, actionid: $("#cbActionDetail").val() };
        var address = action === "extend_member" ? ${`${prefix}/member/perpanjangan-expired/extend`} : ${`${prefix}/member/member/checkbox-process`};
        if (action === "cetak" || action === "cetak_kartu_blakang") {
          $.ajax({ type: "POST", url: address, data: data });
          return true;
        }
        $.ajax({
          type: "POST", url: address, data: data,
          success: function (response) {
            swal({ title: "", type: "success", text: response });
            $("#checkError").html(response);
            $.pjax.reload({ container: "#myGridview" });
          },
          error: function (xhr) { swal({ title: "", type: "error", text: xhr.responseText }); },
        });
      });
    });
  `;
}
