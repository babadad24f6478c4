import { type Html, html, js } from "../html.ts";
import { CAPTURING } from "./capturing.ts";
import { csrfField, type Token } from "./csrf.ts";

/** `#modal_camera` of the list: the ids of the edit page again. The webcam starts when the dialog is shown. */
export function cameraModal(base: string, token: Token): { readonly markup: Html; readonly scripts: Html } {
  const markup = html`<div class="modal fade" id="modal_camera" tabindex="-1" role="dialog" aria-labelledby="modalCameraTitle" aria-hidden="true">
<div class="modal-dialog modal-lg" role="document"><div class="modal-content">
<div class="modal-header"><h5 class="modal-title" id="modalCameraTitle">Ambil Gambar</h5>
<button type="button" class="close" data-bs-dismiss="modal" aria-label="Close"><span aria-hidden="true">&times;</span></button></div>
<form id="form_capture" method="post" data-action="" data-id="" enctype="multipart/form-data">${csrfField(token)}
<div class="modal-body"><div id="form_capture_message"></div>
<div class="form-row"><div class="col-md-12 is_camera"><label for="video">Camera</label>
<div class="row contentarea"><div class="col"><div class="camera">
<video id="video" style="width:320px;height:240px">Video stream not available.</video>
<button id="startbutton" type="button">Capture</button></div><canvas id="canvas" style="display:none"></canvas></div>
<div class="col"><div class="output"><img id="photo" alt="Hasil foto">
<input type="hidden" name="camera_image" id="camera_image" value=""></div></div></div></div></div></div>
<div class="modal-footer"><input type="hidden" name="capture_id" id="capture_id" value="">
<button type="button" class="btn btn-secondary" data-bs-dismiss="modal">Tutup</button>
<button type="submit" class="btn btn-primary" name="submit">Simpan</button></div>
</form></div></div></div>`;

  const scripts = js`
    (function () {
      ${CAPTURING}
      $(document).on("shown.bs.modal", "#modal_camera", startup);
    })();
    $(document).on("click", ".btn-ambil-foto", function (event) {
      event.preventDefault();
      $("#capture_id").val($(this).attr("data-id"));
      $("#modal_camera").modal("show");
    });
    $("#form_capture").submit(function (event) {
      event.preventDefault();
      $.ajax({ url: ${`${base}/api/anggota/capture_file`}, type: "POST", dataType: "json", data: $(this).serializeArray() })
        .done(function (res) {
          if (res.status !== 201) return $("#form_capture_message").html(res.messages.error);
          $("#modal_camera").modal("hide");
          t.ajax.reload(null, false);
          Swal.fire({ title: "Success", text: "File berhasil disimpan", icon: "success" });
        })
        .fail(function () { $("#form_capture_message").html("Foto gagal disimpan. Silakan coba lagi."); });
      return false;
    });
  `;
  return { markup, scripts };
}
