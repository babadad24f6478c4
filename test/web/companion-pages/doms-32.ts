/** Pages of INLISLite 3.2 as the facts describe them, with as much of their scripts as an adapter meets. Invented people. */

interface Form32 {
  readonly memberNo?: string;
  readonly isReadOnly?: boolean;
  readonly endDate?: string;
  readonly registerDate?: string;
}

const fields = ({
  memberNo = "0126110200003",
  isReadOnly = true,
  endDate = "02-11-2027",
  registerDate = "02-11-2026",
}: Form32): string => `<input type="text" id="members-memberno" name="Members[MemberNo]" value="${memberNo}" ${isReadOnly ? "readonly" : ""}>
<input type="text" id="members-fullname" name="Members[Fullname]" value="DEWI CONTOH">
<input type="text" name="Members[NoHp]" value=""><input type="text" name="Members[Phone]" value="0800222">
<select id="members-job_id" name="Members[Job_id]"><option value="1">Guru</option><option value="2">Petani</option></select>
<input type="text" id="members-tglregisterdate" name="Members[TglRegisterDate]" value="${registerDate}">
<div id="endField" style="display:none"><input type="text" id="members-tglenddate" name="Members[TglEndDate]" value="${endDate}"></div>`;

/** Yii checks in the browser first, and then sends with `form.submit()`, which fires no submit event. */
const YII_SENDS = `<script>
document.getElementById("w0").addEventListener("submit", (event) => {
  event.preventDefault();
  if (document.getElementById("members-fullname").value !== "") setTimeout(() => event.target.submit(), 30);
});
</script>`;

export const create32 = (
  form: Form32 = {},
): string => `<form id="w0" method="post" action="/inlislite3/backend/member/member/create">
<button type="submit" class="btn btn-success">Simpan</button>${fields({ memberNo: "Otomatis", ...form })}</form>${YII_SENDS}`;

/** The photo's tab holds a form in the form, as the real page does: the browser drops the inner one and ends the outer one there. */
export const update32 = (
  form: Form32 = {},
): string => `<meta name="csrf-param" content="_backendInlislite"><meta name="csrf-token" content="made-up">
<form id="w0" method="post" action="/inlislite3/backend/member/member/update?id=5">
<div class="page-header"><button type="submit" class="btn btn-primary">Simpan</button>
<a href="/inlislite3/backend/member/pdf/kartu-anggota-satuan/?tipe=2&id=5" target="_blank">Kartu Anggota</a></div>
<ul class="nav nav-tabs"><li><a href="#foto" data-toggle="tab">Foto Anggota</a></li></ul>
<div class="tab-pane active">${fields(form)}<img id="fotoanggota" alt="" src="../../../uploaded_files/foto_anggota/5.jpg?timestamp=1"></div>
<div class="tab-pane" id="foto"><div id="frameFoto"><video id="inlis_camera" width="320" height="240" autoplay></video>
<canvas id="snapshot" width="320" height="240" style="display:none"></canvas><form>
<div id="pre_take_buttons"><button type="button" onclick="preview_snapshot()">Ambil Foto</button></div>
<div id="post_take_buttons" style="display:none"><button type="button" onclick="cancel_preview()">Ulangi Foto</button>
<button type="button" onclick="save_photo()">Simpan Foto</button></div></form></div></div></form>${YII_SENDS}
<script>
var pictures = 0, reloads = 0, videoTracks, player = document.getElementById("inlis_camera");
function handleSuccess(stream) { player.srcObject = stream; videoTracks = stream.getVideoTracks(); }
function openCamera() { navigator.mediaDevices.getUserMedia({ video: true }).then(handleSuccess); }
function preview_snapshot() { pictures += 1; videoTracks.forEach((track) => track.stop()); }
function cancel_preview() { openCamera(); }
function save_photo() { reloads += 1; }
openCamera();
</script>`;

interface Row32 {
  readonly id: string;
  readonly memberNo: string;
}

/** The rows alone are what Pjax replaces. */
export const rows32 = (rows: readonly Row32[], box = "cek[]"): string =>
  `<div id="myGrid"><table><thead><tr><th><input type="checkbox" class="select-on-check-all" name="cek_all" value="1"></th>
<th><a href="?sort=MemberNo" data-sort="MemberNo">Nomor</a></th><th>Nama</th></tr></thead><tbody>${rows
    .map(
      ({
        id,
        memberNo,
      }) => `<tr data-key="${id}"><td><input type="checkbox" class="kv-row-checkbox" name="${box}" value="${id}"></td>
<td>${memberNo}</td><td><a href="/inlislite3/backend/member/member/update?id=${id}">ORANG CONTOH</a></td></tr>`,
    )
    .join("")}</tbody></table></div>`;

export const list32 = (
  rows: readonly Row32[],
  box?: string,
): string => `<div id="myGridview">${rows32(rows, box)}</div>
<div><button id="btnCheckprocess">Proses</button></div>`;

export const renewal32 = `<form id="w1"><input name="MemberPerpanjangan[Member_id]" value="0126110200003 - DEWI CONTOH">
<input name="MemberPerpanjangan[Biaya]" value="0"></form>`;

export const home32 = '<aside><a href="/inlislite3/backend/member/member/index">Anggota</a></aside>';
