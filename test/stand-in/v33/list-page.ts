import type { Reply } from "../exchange.ts";
import { Html, html, js } from "../html.ts";
import type { SiteParts } from "../site.ts";
import { cameraModal } from "./camera-modal.ts";
import type { Token } from "./csrf.ts";
import { staffPage } from "./layout.ts";

/** `/anggota`: rows come by AJAX, their boxes are `ID[]`, and the cards of the ticked ones open in a new tab. */
export function listPage(parts: SiteParts, token: Token): Reply {
  const { base } = parts;
  const modal = cameraModal(base, token);
  const content = html`<div class="app-main__inner">
<div class="page-title-heading"><h1 class="h5">Anggota</h1></div>
<div class="main-card mb-3 card"><div class="card-header">Tabel Anggota
<div class="btn-actions-pane-right"><a href="${base}/anggota/create" class="btn btn-success">Tambah Anggota</a></div></div>
<div class="card-body"><form name="form_items" id="form_items">
<div class="d-block mb-3 pb-3 border-bottom">
<button type="button" id="proses_keranjang" class="btn btn-warning">Pindahkan ke Keranjang</button>
<button type="button" id="print_kartu" class="btn btn-primary ml-2" data-toggle="tooltip">Print Kartu</button>
<button type="button" id="aktifkan_online" class="btn btn-success ml-2" data-toggle="tooltip">Aktifkan Online</button></div>
<table style="width:100%" id="tbl_data" class="table table-hover table-striped table-bordered">
<thead><tr><th>No</th><th><input type="checkbox" class="check_data" title="Pilih Semua"></th><th>Nama Anggota</th>
<th>No. Anggota</th><th>Tgl. Register</th><th>Tgl. Berakhir</th><th>Status Anggota</th><th>Aksi</th></tr></thead>
<tbody></tbody></table></form></div></div></div>`;

  const scripts = html`${modal.markup}
${NOISE}
${js`
    var t;
    $(document).ready(function () {
      t = $("#tbl_data").DataTable({
        processing: true, serverSide: true, searchDelay: 350,
        ajax: { url: ${`${base}/api/anggota/datatable`} },
        columns: [
          { data: "no" }, { data: "cid", orderable: false, searchable: false }, { data: "FullName" },
          { data: "MemberNo" }, { data: "RegisterDate" }, { data: "EndDate" }, { data: "StatusAnggota" },
          { data: "action", searchable: false, orderable: false }, { data: "CreateDate", visible: false },
        ],
        order: [[8, "desc"]],
      });
    });
    $(".check_data").click(function () { $("#tbl_data input:checkbox").not(this).prop("checked", this.checked); });
    function ticked() {
      return $('#tbl_data input[type="checkbox"]:checked').not(".check_data").map(function () { return $(this).val(); }).get();
    }
    $("#print_kartu").click(function () {
      var ids = ticked();
      if (ids.length === 0) {
        Swal.fire({ title: "Peringatan", text: "Silakan pilih minimal satu anggota", icon: "warning" });
        return false;
      }
      Swal.fire({ title: "Konfirmasi Print Kartu", text: ids.length + " anggota", icon: "question", showCancelButton: true })
        .then(function (result) {
          if (!result.isConfirmed) return;
          var form = $("<form></form>").attr({ method: "post", action: ${`${base}/anggota/multipleprint`}, target: "_blank" });
          $.each(ids, function (index, id) { form.append('<input type="hidden" name="member_ids[]" value="' + id + '">'); });
          $("body").append(form);
          form.submit();
          form.remove();
        });
      return false;
    });
    $("body").on("click", ".remove-data", function () {
      if (confirm("Yakin?")) window.location.href = $(this).attr("data-href");
      return false;
    });
    $(document).on("change", ".apply-select", function () {
      $.post($(this).attr("data-href"), { field: $(this).attr("data-field"), value: $(this).val() });
    });
  `}
${modal.scripts}`;
  return staffPage(parts, { title: "Daftar Anggota", content, scripts });
}

/** The product's list page has a script that does not parse; the console says so on every visit. */
const NOISE = new Html("<script>icon: 'success', : 'x'</script>");
