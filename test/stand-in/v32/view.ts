import { findMember } from "../database.ts";
import { notFound } from "../exchange.ts";
import { html } from "../html.ts";
import { echoFloat } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { tokenOf } from "./csrf.ts";
import { staffPage } from "./layout.ts";

/** `member/member/view?id=`: the row as Yii's DetailView shows it. */
export function viewMember(parts: SiteParts): Handler {
  return async (visit) => {
    const member = await findMember(parts.db, visit.query.get("id") ?? "");
    if (!member) return notFound();
    const content = html`<div class="members-view"><table class="table table-striped table-bordered detail-view"><tbody>
<tr><th>ID</th><td>${echoFloat(member.ID)}</td></tr><tr><th>Nomor Anggota</th><td>${member.MemberNo}</td></tr>
<tr><th>Nama Lengkap</th><td>${member.Fullname}</td></tr></tbody></table></div>`;
    return staffPage(parts, { title: "Anggota", token: tokenOf(visit), content });
  };
}
