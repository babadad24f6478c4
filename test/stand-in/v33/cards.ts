import bwip from "bwip-js/node";
import { findMember, type MemberRow } from "../database.ts";
import { download, notFound, page, type Reply } from "../exchange.ts";
import { type Html, html, js } from "../html.ts";
import { onePagePdf } from "../one-page-pdf.ts";
import { NO_PHOTO } from "../photo-folder.ts";
import { type Handler, type SiteParts, scriptTags } from "../site.ts";
import { standalonePage } from "./layout.ts";

const CDN_SCRIPTS = [
  "https://cdnjs.cloudflare.com/ajax/libs/html2canvas/1.4.1/html2canvas.min.js",
  "https://cdnjs.cloudflare.com/ajax/libs/jspdf/2.5.1/jspdf.umd.min.js",
];

/** `anggota/printanggota/{ID}`: a document of its own, 1004 x 618 px, everything on it as data: URIs. */
export function printCard(parts: SiteParts): Handler {
  return async ({ rest }) => {
    const member = await findMember(parts.db, rest);
    if (!member) return notFound();
    const head = html`<style>@page{size:landscape;margin:0}#libraryCard{width:1004px;height:618px;border:1px solid #000;position:relative}
.photo{width:250px;height:280px;object-fit:cover}@media print{button{display:none}#libraryCard{transform:scale(.8)}}</style>
${scriptTags(CDN_SCRIPTS)}`;
    const body = html`<button onclick="printCard()">Print</button> <button onclick="generatePDF()">Generate PDF (Advanced)</button>
<div id="libraryCard">${await front(parts, member)}</div>
${js`function printCard() { window.print(); }
function generatePDF() { html2canvas(document.getElementById("libraryCard"), { scale: 2 }).then(function (canvas) {
  var pdf = new jspdf.jsPDF({ orientation: "landscape", unit: "mm", format: [254, 157] });
  pdf.addImage(canvas.toDataURL("image/jpeg"), "JPEG", 0, 0, 254, 157);
  pdf.save("kartu-anggota-perpustakaan.pdf");
}); }`}`;
    return standalonePage("Kartu Anggota", head, body);
  };
}

export function printBack(parts: SiteParts): Handler {
  return async ({ rest }) => {
    const member = await findMember(parts.db, rest);
    return member
      ? standalonePage("Kartu Belakang", html``, html`<div id="libraryCard">Ketentuan</div>`)
      : notFound();
  };
}

/** POST `anggota/multipleprint`, `member_ids[]`: 85 x 54 mm, front and back side by side, two members in a container. */
export function printMany(parts: SiteParts): Handler {
  return async ({ form }): Promise<Reply> => {
    const ids = form.list("member_ids");
    if (ids.length === 0) return page(html`Tidak ada anggota`, 400);
    const found = await Promise.all(ids.map((id) => findMember(parts.db, id)));
    const cards = await Promise.all(
      found.filter((member) => member !== undefined).map((member) => front(parts, member)),
    );
    const pairs = cards.map(
      (card) =>
        html`<div class="card-pair"><div class="card">${card}</div><div class="card">Ketentuan</div></div>`,
    );
    const head = html`<style>@page{size:A4 portrait}.card{width:85mm;height:54mm;display:inline-block;border:1px solid #999;overflow:hidden}.photo{width:20mm;height:25mm;object-fit:cover}</style>`;
    const containers = pairs.flatMap((pair, index) =>
      index % 2 === 0 ? [html`<div class="a4-container">${pair}${pairs[index + 1]}</div>`] : [],
    );
    return standalonePage("Kartu Anggota", head, html`${containers}`);
  };
}

export function freeOfLoans(parts: SiteParts): Handler {
  return async ({ rest }) => {
    const member = await findMember(parts.db, rest);
    if (!member) return notFound();
    return download(await onePagePdf("BEBAS PUSTAKA", [595, 842]), "application/pdf", "bebas-pustaka.pdf");
  };
}

async function front({ db, photos }: SiteParts, member: MemberRow): Promise<Html> {
  const photo = photos.read(member.PhotoUrl ?? "") ?? NO_PHOTO;
  const qr = await bwip.toBuffer({ bcid: "qrcode", text: member.MemberNo || "-", scale: 3 });
  return html`<h2>${await db.setting("NamaPerpustakaan")}</h2>
<img class="photo" src="data:image/jpeg;base64,${photo.toString("base64")}" alt="">
<p class="name">${member.Fullname}</p><p class="number">${member.MemberNo}</p><p class="end">${englishDate(member.EndDate)}</p>
<img class="qr" src="data:image/png;base64,${qr.toString("base64")}" alt="">`;
}

/** `date('d F Y', strtotime(EndDate))`: English months, and the beginning of Unix time where there is no date. */
function englishDate(date: string | null): string {
  const day = new Date(`${(date ?? "").slice(0, 10)}T00:00:00Z`);
  const shown = Number.isNaN(day.getTime()) ? new Date(0) : day;
  return shown.toLocaleDateString("en-GB", {
    day: "2-digit",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
