import { type Html, html, js } from "../html.ts";
import { scriptTags } from "../site.ts";

/** `#accordion_foto` of the create page: a Dropzone that leads nowhere, and webcamjs from cdnjs. */
export function createPhoto(base: string): { readonly markup: Html; readonly scripts: Html } {
  const markup = html`<div class="row"><div class="col-md-12">
<div id="accordion_foto" class="accordion-wrapper mb-3"><div class="card">
<div class="card-header"><button type="button" data-toggle="collapse" data-target="#collapse_foto" class="btn btn-link">Upload Foto</button></div>
<div data-parent="#accordion_foto" id="collapse_foto" class="collapse show"><div class="card-body"><div class="form-row row">
<div class="col-md-6"><div class="position-relative form-group">
<label for="file_image">Foto Anggota</label>
<div id="file_image" class="dropzone"></div><div id="file_image_listed"></div>
<small class="info help-block text-muted">Format (JPG|PNG). Max 10 MB</small>
</div></div>
<div class="col-md-6"><div class="position-relative form-group">
<label for="camera_image">Foto Anggota</label>
<div id="my_camera"></div>
<div id="results"></div>
<input type="button" class="btn btn-lg btn-primary" value="Open Camera" onclick="open_snapshot()">
<input type="button" class="btn btn-lg btn-primary" value="Take Snapshot" onclick="take_snapshot()">
<input type="button" class="btn btn-lg btn-primary" value="Save Snapshot" onclick="save_snapshot()">
<input type="hidden" name="camera_image" id="camera_image" value="">
</div></div>
</div></div></div></div></div></div></div>`;

  const scripts = html`${scriptTags(["https://cdnjs.cloudflare.com/ajax/libs/webcamjs/1.0.26/webcam.min.js"])}
${js`
  function open_snapshot() {
    Webcam.set({ width: 320, height: 240, image_format: "jpeg", jpeg_quality: 90 });
    Webcam.attach("#my_camera");
  }
  var shutter = new Audio();
  shutter.src = "shutter.mp3";
  function take_snapshot() {
    shutter.play();
    Webcam.snap(function (data) {
      document.getElementById("results").innerHTML = '<img id="imageprev" src="' + data + '"/>';
      $("#camera_image").val(data);
    });
    Webcam.reset();
  }
  function save_snapshot() {
    Webcam.upload(document.getElementById("imageprev").src, ${`${base}/anggota/camera`}, function () {
      console.log("Save successfully");
    });
  }
`}`;
  return { markup, scripts };
}
