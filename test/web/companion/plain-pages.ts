import type { PlainPage } from "./plain-site.ts";

const CSS = `<style>
* { box-sizing: border-box } body { margin: 0; min-height: 100vh; display: flex; font: 14px/1.45 Arial, "Liberation Sans", sans-serif; color: #2c3644; background: linear-gradient(#4a66b0 0 148px, #f4f6fa 148px) }
.side { position: fixed; top: 0; left: 0; height: 100vh; width: 212px; padding: 16px 0 16px 16px } .side div { height: 100%; background: #fff; border-radius: 12px; padding: 18px 14px } .side p { padding: 2px 12px }
main { margin-left: 212px; flex: 1; padding: 22px 18px; min-width: 0 } h1 { color: #fff; font-size: 22px; margin: 0 0 6px } .crumb { color: #fff; margin: 0 0 24px }
.card { background: #fff; border: 1px solid #d8dde6; border-radius: 6px; margin-bottom: 16px } .card h2 { font-size: 16px; font-weight: 400; margin: 0; padding: 12px 16px; background: #f8f9fb; border-bottom: 1px solid #e3e7ee }
.grid { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 14px; padding: 16px } label { display: block; font-size: 13px } input:not([type=checkbox]) { width: 100%; margin-top: 5px; padding: 8px 10px; border: 1px solid #c3cad6; border-radius: 4px; font: inherit } td, th { padding: 10px 14px; text-align: left; border-bottom: 1px solid #e3e7ee } table { width: 100%; border-collapse: collapse }
</style>`;

const frame = (crumb: string, content: string): string =>
  `<aside class="side"><div><b>Keanggotaan</b><p>Beranda</p><p>Daftar Anggota</p><p>Tambah Anggota</p><p>Buku Tamu</p></div></aside>
<main><h1>Perpustakaan Umum Tirtamaya</h1><p class="crumb">Keanggotaan / ${crumb}</p>${content}</main>`;

const input = (label: string, name: string, value = ""): string =>
  `<label>${label}<input name="${name}" value="${value}"></label>`;

const form = (name: string, phone: string): string => `<form id="form" method="post" action="/anggota/create">
<div class="card"><h2>Info Personal</h2><div class="grid">${input("Nama Anggota", "Fullname", name)}${input("Jenis Identitas", "IdentityType", "KTM")}${input("Nomor Identitas", "IdentityNo", "TM-20417-22")}${input("No. Telepon", "Phone", phone)}${input("Tempat Lahir", "PlaceOfBirth", "Tirtamaya")}${input("Tanggal Lahir", "DateOfBirth", "14/08/2004")}${input("Alamat Email", "Email", "dewi.hapsari@example.test")}${input("Tanggal Berakhir", "EndDate", "22/11/2027")}</div></div>
<div class="card"><h2>Info Alamat</h2><div class="grid">${input("Alamat sesuai identitas", "Address", "Jalan Kenanga 17")}${input("Provinsi", "Province")}${input("Kabupaten", "City")}${input("Kecamatan", "District")}</div></div>
<div class="card"><h2>Foto</h2><div class="grid"><span id="photo-buttons"></span></div></div>
<span id="actions"></span><button id="save" type="submit">Simpan</button></form>`;

export const createPage: PlainPage = {
  head: CSS,
  body: frame("Tambah Anggota", form("", "")),
  data: { kind: "create" },
};

export const editPage = (memberId: string, memberNo: string, name: string): PlainPage => ({
  head: CSS,
  body: frame("Ubah Anggota", form(name, "0800 0000 412")),
  data: { kind: "edit", memberId, memberNo },
});

export const listPage = (
  members: readonly (readonly [id: string, no: string, name: string])[],
): PlainPage => ({
  head: CSS,
  body: frame(
    "Daftar Anggota",
    `<div class="card"><h2>Daftar Anggota <span id="actions"></span></h2><table>${members
      .map(
        ([id, no, name]) =>
          `<tr><td><input type="checkbox" class="tick" value="${id}" data-no="${no}"></td><td>${no}</td><td>${name}</td></tr>`,
      )
      .join("")}</table></div>`,
  ),
  data: { kind: "list" },
});

export const otherPage: PlainPage = {
  head: CSS,
  body: frame("Beranda", `<div class="card"><h2>Beranda</h2></div>`),
};
