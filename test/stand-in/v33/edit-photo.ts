import { type Html, html, js } from "../html.ts";
import { CAPTURING } from "./capturing.ts";

/** `#accordion_upload` of the edit page. Its webcam starts with the page, ticked or not. */
export function editPhoto(): { readonly markup: Html; readonly scripts: Html } {
  const markup = html`<div class="row"><div class="col-md-12">
<div id="accordion_upload" class="accordion-wrapper mb-3"><div class="card">
<div class="card-header"><button type="button" data-bs-toggle="collapse" data-bs-target="#collapse_upload" class="btn btn-link">Upload Foto</button></div>
<div data-bs-parent="#accordion_upload" id="collapse_upload" class="collapse show"><div class="card-body"><div class="form-row row">
<div class="col-md-12"><div class="form-check"><label class="form-check-label">
<input type="checkbox" name="is_camera" id="is_camera" class="form-check-input"> Centang jika ingin mengaktifkan camera</label></div></div>
<div class="col-md-6 is_upload"><label for="file_image">File Foto</label>
<div id="file_image" class="dropzone"></div><div id="file_image_listed"></div></div>
<div class="col-md-6 is_camera" style="display:none"><label for="file_image">Camera</label>
<div class="row contentarea"><div class="col"><div class="camera">
<video id="video" style="width:320px;height:240px">Video stream not available.</video>
<button id="startbutton">Capture</button></div><canvas id="canvas" style="display:none"></canvas></div>
<div class="col"><div class="output"><img id="photo" alt="The screen capture will appear in this box.">
<input type="hidden" name="camera_image" id="camera_image" value=""></div></div></div></div>
</div></div></div></div></div></div></div>`;

  const scripts = js`
    $("#is_camera").change(function () {
      $(".is_camera").toggle(this.checked);
      $(".is_upload").toggle(!this.checked);
    });
    (function () {
      ${CAPTURING}
      window.addEventListener("load", startup, false);
    })();
  `;
  return { markup, scripts };
}
