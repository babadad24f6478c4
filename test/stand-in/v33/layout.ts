import { page, type Reply } from "../exchange.ts";
import { type Html, html, js } from "../html.ts";
import { type SiteParts, scriptTags, styleTags } from "../site.ts";

const CDN_STYLES = [
  "https://cdnjs.cloudflare.com/ajax/libs/font-awesome/6.4.0/css/all.min.css",
  "https://cdn.jsdelivr.net/npm/select2@4.1.0-beta.1/dist/css/select2.min.css",
  "https://cdn.jsdelivr.net/npm/select2-bootstrap-5-theme@1.3.0/dist/select2-bootstrap-5-theme.min.css",
  "https://cdn.jsdelivr.net/npm/summernote@0.8.18/dist/summernote.min.css",
  "https://fonts.googleapis.com/css2?family=Inter:wght@400;600&family=Plus+Jakarta+Sans:wght@400;600",
];
const CDN_SCRIPTS = [
  "https://cdn.jsdelivr.net/npm/axios/dist/axios.min.js",
  "https://cdn.jsdelivr.net/npm/sweetalert2@11",
  "https://cdn.jsdelivr.net/npm/summernote@0.8.18/dist/summernote.min.js",
  "https://cdn.tiny.cloud/1/no-api-key/tinymce/5/tinymce.min.js",
];

/** jQuery 4 dropped these; the product's older plug-ins still ask for them. */
const SHIMS = js`
  jQuery.isArray = jQuery.isArray || Array.isArray;
  jQuery.isFunction = jQuery.isFunction || function (value) { return typeof value === "function"; };
  jQuery.trim = jQuery.trim || function (text) { return String(text == null ? "" : text).trim(); };
  jQuery.parseJSON = jQuery.parseJSON || JSON.parse;
  jQuery.type = jQuery.type || function (value) { return value === null ? "null" : typeof value; };
`;

interface StaffPage {
  readonly title: string;
  readonly content: Html;
  /** The page's own scripts: they come last, after the shared ones. */
  readonly scripts?: Html;
}

/** The staff layout: what 165 views of the product are put into. */
export function staffPage(parts: SiteParts, { title, content, scripts }: StaffPage): Reply {
  const { base } = parts;
  return withoutCache(html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | INLISLite</title>
${styleTags([`${base}/themes/bootstrap-5.min.css`, ...CDN_STYLES])}
<style>.app-sidebar{width:230px;background:#343a40;min-height:100vh}.app-main__inner{flex:1;padding:24px}</style>
</head>
<body>
<div class="app-container app-theme-white body-tabs-shadow fixed-sidebar fixed-header">
<div class="app-header header-shadow navbar bg-white border-bottom px-3"><b>INLISLite</b> <span id="clock"></span>
<a href="${base}/logout">Keluar</a></div>
<div class="app-main d-flex">
<div class="app-sidebar"><ul class="vertical-nav-menu list-unstyled p-3">
<li><a class="text-white" href="${base}/dashboard">Dashboard</a></li>
<li><a class="text-white" href="${base}/anggota">Daftar Anggota</a></li>
<li><a class="text-white" href="${base}/anggota/create">Tambah Anggota</a></li>
<li><a class="text-white" href="${base}/perpanjangan-anggota">Perpanjangan</a></li>
</ul></div>
${content}
</div></div>
${scriptTags([`${base}/themes/jquery-4.0.0.min.js`])}
${SHIMS}
${scriptTags([`${base}/themes/bootstrap-5.min.js`, `${base}/themes/dataTables.min.js`, ...CDN_SCRIPTS])}
${parts.addedScripts()}
${js`setInterval(function () { $("#clock").text(new Date().toLocaleTimeString("id-ID")); }, 1000);`}
${scripts}
</body>
</html>`);
}

/** A document outside the staff layout: cards and public pages. Nothing of ours is on it. */
export function standalonePage(title: string, head: Html, body: Html): Reply {
  return withoutCache(html`<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`);
}

function withoutCache(content: Html): Reply {
  const made = page(content);
  return { ...made, headers: { ...made.headers, "cache-control": "no-store, max-age=0, no-cache" } };
}
