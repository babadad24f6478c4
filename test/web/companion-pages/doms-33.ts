/** Pages of INLISLite 3.3 as the facts describe them, with as much of their scripts as an adapter meets. Invented people. */

const choice = (values: readonly string[]): string =>
  values.map((value) => `<option value="${value}">${value}</option>`).join("");

interface Create33 {
  readonly isManual?: boolean;
  readonly hasPhotoField?: boolean;
}

export function create33({ isManual = false, hasPhotoField = true }: Create33 = {}): string {
  const field = hasPhotoField
    ? '<input type="hidden" name="camera_image" id="camera_image" value="">'
    : '<input type="hidden" name="camera_image" id="kamera" value="">';
  return `<form id="myform" method="post" action="/anggota/create">
<input type="hidden" name="csrf_test_name" value="made-up">
${isManual ? '<input type="text" id="frm_create_ID" name="MemberNo">' : ""}
<input type="text" id="Fullname" name="Fullname" required>
<input type="text" id="frm_create_IdentityNo" name="IdentityNo" maxlength="16">
<input type="text" id="frm_create_NoHp" name="Phone">
<select id="package" name="JenisAnggota_id"><option value="" disabled selected>Jenis</option>
<option value="2" data-date="365">Umum</option><option value="9">Tanpa masa berlaku</option></select>
<input type="text" id="EndDate" name="EndDate" readonly>
<select id="Province" name="Province"></select>
<div id="accordion_foto"><div class="form-group"><div id="my_camera"></div><div id="results"></div>
<input type="button" value="Open Camera" onclick="open_snapshot()"><input type="button" value="Take Snapshot" onclick="take_snapshot()">
<input type="button" value="Save Snapshot" onclick="save_snapshot()">${field}</div></div>
<button type="submit" id="btn-submit" name="submit">Simpan</button></form>
<script>
document.getElementById("package").addEventListener("change", ({ target }) => {
  const days = target.selectedOptions[0].dataset.date;
  if (days) document.getElementById("EndDate").value = "2031-02-03";
});
// Regions come by AJAX some time after the page, and are nobody's edit.
setTimeout(() => { document.getElementById("Province").innerHTML = '${choice(["11", "12"])}'; }, 50);
</script>`;
}

interface Edit33 {
  readonly jQuery?: string;
  readonly hasIdentity?: boolean;
  readonly memberNo?: string;
  readonly hasProfile?: boolean;
}

/** Another `#camera_image` and `#video` follow the form, as on the real page, whose profile brings a dialog of its own. */
export function edit33({
  jQuery = "",
  hasIdentity = true,
  memberNo = "26110200007",
  hasProfile = true,
}: Edit33 = {}): string {
  return `${jQuery ? `<script src="${jQuery}"></script>` : ""}
${hasProfile ? `<div class="profile-responsive"><h5 class="menu-header-title">${memberNo}</h5></div>` : ""}
<form id="frm" method="post" action="/anggota/edit/5">
<p><a href="/anggota/printanggota/5?slug=template-1" target="_blank">Cetak Kartu Anggota</a></p>
<input type="text" id="Fullname" name="Fullname" value="Rina Contoh">
${hasIdentity ? `<input type="text" id="frm_create_IdentityNo" name="IdentityNo" value="${memberNo}" maxlength="16">` : ""}
<input type="text" id="frm_create_NoHp" name="Phone" value="0800111">
<div id="accordion_upload"><div class="form-group"><label><input type="checkbox" name="is_camera" id="is_camera"> Kamera</label></div>
<div class="is_camera"><video id="video" width="320" height="240"></video><button id="startbutton">Capture</button>
<canvas id="canvas" style="display:none"></canvas><img id="photo" alt="" width="320" height="240">
<input type="hidden" name="camera_image" id="camera_image" value=""></div></div>
<button type="submit" id="btn-submit" name="submit">Simpan</button></form>
<div id="modal_camera" class="modal"><form id="form_capture"><video id="video"></video><img id="photo" alt="">
<input type="hidden" name="camera_image" id="camera_image" value=""></form></div>
<script>
addEventListener("load", () => {
  const video = document.getElementById("video");
  navigator.mediaDevices.getUserMedia({ video: true, audio: false }).then((stream) => {
    video.srcObject = stream;
    video.play();
  });
  document.getElementById("startbutton").addEventListener("click", (event) => {
    event.preventDefault();
    const canvas = document.getElementById("canvas");
    canvas.width = 350; canvas.height = 262;
    canvas.getContext("2d").drawImage(video, 0, 0, 350, 262);
    document.getElementById("camera_image").setAttribute("value", canvas.toDataURL("image/png"));
  });
});
document.getElementById("frm").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  if (form.elements.namedItem("Fullname").value === "") return;
  ${jQuery ? SAVE_BY_JQUERY : SAVE_BY_FETCH}
});
function popUp(icon) {
  document.body.insertAdjacentHTML("beforeend", '<div class="swal2-container"><div class="swal2-popup">'
    + '<div class="swal2-icon swal2-error" style="display:' + (icon === "error" ? "flex" : "none") + '"></div>'
    + '<div class="swal2-icon swal2-success" style="display:' + (icon === "success" ? "flex" : "none") + '"></div></div></div>');
}
</script>`;
}

const SAVE_BY_JQUERY = `$.ajax({ url: form.action, type: "POST", data: new FormData(form), processData: false, contentType: false, dataType: "json",
  success: (answer) => popUp(answer.success ? "success" : "error"), error: () => popUp("error") });`;

const SAVE_BY_FETCH = `fetch(form.action, { method: "POST", body: new FormData(form) })
  .then((answer) => answer.json()).then((answer) => popUp(answer.success ? "success" : "error"), () => popUp("error"));`;

export const edit33Tab =
  '<div class="profile-responsive"><h5 class="menu-header-title">26110200007</h5></div><table id="tbl_pinjam"></table>';

interface Row33 {
  readonly id: string;
  readonly memberNo: string;
  readonly box?: string;
}

export const list33 = (
  rows: readonly Row33[],
): string => `<button type="button" id="print_kartu">Print Kartu</button>
<table id="tbl_data"><thead><tr><th>No</th><th><input type="checkbox" class="check_data"></th><th>Nama Anggota</th><th>No. Anggota</th><th>Aksi</th></tr></thead>
<tbody>${rows
  .map(
    ({
      id,
      memberNo,
      box = "ID[]",
    }) => `<tr><td>1</td><td><input type="checkbox" class="check" name="${box}" value="${id}"></td>
<td><img id="lazy${id}" src="data:," alt=""><div class="widget-heading">Orang Contoh</div>
<a href="#" class="btn-ambil-foto" data-id="${id}">Ambil Foto</a></td><td><i></i><div class="widget-heading">${memberNo}</div></td>
<td><input type="checkbox" class="apply-status" name="IsOnlineActive" value="1" checked><a href="/anggota/edit/${id}">Ubah</a></td></tr>`,
  )
  .join("")}</tbody></table>
<div id="modal_camera" class="modal fade"><form id="form_capture"><video id="video"></video><button id="startbutton">Capture</button>
<img id="photo" alt=""><input type="hidden" name="camera_image" id="camera_image" value="">
<div class="modal-footer"><input type="hidden" name="capture_id" id="capture_id" value="">
<button type="button" data-bs-dismiss="modal">Tutup</button></div></form></div>
<script>
const dialog = document.getElementById("modal_camera");
document.addEventListener("click", (event) => {
  const opener = event.target.closest(".btn-ambil-foto");
  if (opener) { event.preventDefault(); document.getElementById("capture_id").value = opener.dataset.id; dialog.classList.add("show"); }
  if (event.target.closest("[data-bs-dismiss]")) dialog.classList.remove("show");
});
</script>`;

export const renewal33 = `<form id="frm_create"><select id="package" name="t_anggota_id"><option value="">Pilih</option><option value="31">x</option></select>
<input type="hidden" name="Member_id" id="anggota_id" value=""><input type="text" id="date2" name="EndDate"></form>
<script>document.getElementById("package").addEventListener("change", ({ target }) => { document.getElementById("anggota_id").value = target.value; });</script>`;

export const dashboard33 = (prefix: string): string =>
  `<nav><a href="${prefix}/dashboard">Dashboard</a><a href="${prefix}/anggota">Anggota</a></nav>`;
