import { type Html, html, js } from "../html.ts";
import { echoFloat } from "../php.ts";

/**
 * `_formFoto`: the webcam starts with the page. The tab has a form of its own inside the page's form, whose end tag, to a
 * browser, ends the outer one.
 */
export function photoTab(id: number): { readonly markup: Html; readonly scripts: Html } {
  const markup = html`<div class="col-md-4"><div id="frameFoto" class="img-frame">
<video id="inlis_camera" width="320" height="240" autoplay></video>
<canvas id="snapshot" width="320" height="240" style="display: none"></canvas>
<form>
<div id="pre_take_buttons" style="padding-top: 10px"><button class="btn btn-primary" type="button" onClick="preview_snapshot()">Ambil Foto</button></div>
<div id="post_take_buttons" style="display:none;padding-top: 10px">
<button class="btn btn-primary" type="button" onClick="cancel_preview()">Ulangi Foto</button>
<button class="btn btn-warning" type="button" onClick="save_photo()">Simpan Foto</button></div>
</form></div></div>
<div class="col-md-8">Unggah Foto Anggota <input type="file" id="w2" name="image" accept="image/*"></div>`;

  const scripts = js`
    var videoTracks;
    var player = document.getElementById("inlis_camera");
    var snapshotCanvas = document.getElementById("snapshot");
    var handleSuccess = function (stream) {
      player.srcObject = stream;
      videoTracks = stream.getVideoTracks();
    };
    navigator.mediaDevices.getUserMedia({ video: true }).then(handleSuccess);
    function preview_snapshot() {
      snapshot.getContext("2d").drawImage(player, 0, 0, snapshotCanvas.width, snapshotCanvas.height);
      $("#snapshot").show();
      $("#inlis_camera").hide();
      document.getElementById("pre_take_buttons").style.display = "none";
      document.getElementById("post_take_buttons").style.display = "";
      videoTracks.forEach(function (track) { track.stop(); });
    }
    function cancel_preview() {
      $("#inlis_camera").show();
      $("#snapshot").hide();
      document.getElementById("pre_take_buttons").style.display = "";
      document.getElementById("post_take_buttons").style.display = "none";
      navigator.mediaDevices.getUserMedia({ video: true }).then(handleSuccess);
    }
    function save_photo() {
      $.ajax({ type: "POST", url: ${`save-foto?id=${echoFloat(id)}`}, data: { imgBase64: snapshotCanvas.toDataURL("image/jpeg") } })
        .done(function () { location.reload(); });
    }
  `;
  return { markup, scripts };
}
