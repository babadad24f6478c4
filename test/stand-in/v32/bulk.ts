import { reply } from "../exchange.ts";
import type { SessionStore } from "../sessions.ts";
import type { Handler, SiteParts } from "../site.ts";
import { yiiRedirect } from "./redirects.ts";
import { saveMember } from "./save-member.ts";

const TEXT = { "content-type": "text/html; charset=UTF-8" };

/** `checkbox-process`: one action for all ticked rows. */
export function checkboxProcess(parts: SiteParts, sessions: SessionStore): Handler {
  const { base, db } = parts;
  return async (visit) => {
    const { form, session } = visit;
    const ids = form.list("row_id");
    switch (form.get("action")) {
      case "cetak_kartu_blakang":
        return yiiRedirect(visit, `${base}/member/pdf/kartu-belakang-anggota`);
      case "cetak": {
        await sessions.save({ ...session, printing: ids });
        const type = form.get("actionid") === "model1" ? 1 : 2;
        return yiiRedirect(visit, `${base}/member/pdf/kartu-anggota-all?tipe=${type}`);
      }
      case "aktivasi":
        for (const id of ids) await saveMember(parts, visit, id, { StatusAnggota_id: 3 });
        return reply(200, "Status Anggota sudah diaktifkan.", TEXT);
      case "keranjang-anggota":
        for (const id of ids) {
          await db.write("DELETE FROM keranjang_anggota WHERE Member_id = ?", [id]);
          await db.insert("keranjang_anggota", { Member_id: id });
        }
        return reply(200, "Data telah dimasukan ke keranjang anggota.", TEXT);
      case "delete-bulk":
        // No history: rows go by a bare DELETE.
        for (const id of ids) await db.write("DELETE FROM members WHERE ID = ?", [id]);
        return reply(200, "Data telah dihapus.", TEXT);
      default:
        return reply(404, "Not Found (#404): Harap pilih anggota.", TEXT);
    }
  };
}

/** `perpanjangan-expired/extend`: raw SQL. No renewal row, no audit column, no history. */
export function extendAll({ db }: SiteParts): Handler {
  return async ({ form }) => {
    for (const id of form.list("row_id")) {
      await db.write(
        `UPDATE members m JOIN jenis_anggota j ON j.id = m.JenisAnggota_id
         SET m.EndDate = DATE_ADD(m.EndDate, INTERVAL j.MasaBerlakuAnggota DAY) WHERE m.ID = ?`,
        [id],
      );
    }
    return reply(200, "Masa berlaku anggota telah diperpanjang.", TEXT);
  };
}
