import { page, type Reply } from "../exchange.ts";
import { type Html, html, js } from "../html.ts";
import { type SiteParts, scriptTags, styleTags } from "../site.ts";
import { CSRF } from "./csrf.ts";

/** A few lines in the place of AdminLTE, SweetAlert 1 and Yii's own scripts: only what the pages call. */
const OWN_SCRIPTS = js`
  function swal(what) {
    var text = typeof what === "string" ? what : what.text || what.title;
    $("#swal").text(text).show();
  }
  $(document).ajaxComplete(function (event, xhr) {
    var address = xhr.getResponseHeader("X-Redirect");
    if (address) window.location = address;
  });
  $.fn.yiiGridView = function (what) {
    if (what !== "getSelectedRows") return this;
    return this.find("input[name='cek[]']:checked").map(function () { return $(this).closest("tr").data("key"); }).get();
  };
  $(document).on("change", ".select-on-check-all", function () {
    $("#myGrid input[name='cek[]']").prop("checked", this.checked);
  });
`;

interface StaffPage {
  readonly title: string;
  readonly token: string;
  readonly content: Html;
  /** Registered at the end of the body. */
  readonly scripts?: Html;
}

/** The AdminLTE layout: one file of the product holds it for all staff pages. */
export function staffPage(parts: SiteParts, { title, token, content, scripts }: StaffPage): Reply {
  const { prefix } = parts;
  return page(html`<!doctype html>
<html lang="id" manifest="">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-param" content="${CSRF}"><meta name="csrf-token" content="${token}">
<title>${title}</title>
${styleTags([`${prefix}/assets/bootstrap-3.min.css`])}
<style>.main-sidebar{position:absolute;left:0;width:210px;background:#222d32;min-height:100vh;padding:16px}.main-sidebar a{color:#b8c7ce}.content-wrapper{margin-left:210px;padding:15px;background:#ecf0f5;min-height:100vh}.nav-tabs-custom{clear:both;background:#fff}.tab-content{padding:10px}.bg-maroon{background:#d81b60;color:#fff}.main-header{background:#3c8dbc;color:#fff;padding:12px}</style>
</head>
<body class="hold-transition skin-blue sidebar-mini">
<div class="wrapper">
<header class="main-header"><span class="logo"><b>INLISLite</b> v3</span></header>
<aside class="main-sidebar"><ul class="sidebar-menu list-unstyled">
<li><a href="${prefix}/member/member/index">Daftar Anggota</a></li>
<li><a href="${prefix}/member/member/create">Entri Anggota</a></li>
<li><a href="${prefix}/member/perpanjang/index">Perpanjangan</a></li>
<li><a href="${prefix}/site/logout">Keluar</a></li></ul></aside>
<div class="content-wrapper"><section class="content">
<div id="swal" class="alert alert-info" style="display:none"></div>
${content}
</section></div></div>
${scriptTags(["jquery-2.1.4.min.js", "bootstrap-3.min.js", "jquery.pjax.js"].map((file) => `${prefix}/assets/${file}`))}
${OWN_SCRIPTS}
${scripts}
${parts.addedScripts()}
</body></html>`);
}

export const plainPage = (title: string, content: Html, status = 200): Reply =>
  page(
    html`<!doctype html><html lang="id"><head><meta charset="UTF-8"><title>${title}</title></head><body>${content}</body></html>`,
    status,
  );
