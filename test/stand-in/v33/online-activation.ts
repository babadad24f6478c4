import { json } from "../exchange.ts";
import type { Handler, SiteParts } from "../site.ts";

/** `anggota/aktifkan_online`: an account for each, its name and first password the member number. */
export function activateOnline({ db }: SiteParts): Handler {
  return async ({ form }) => {
    const ids = form.list("member_ids");
    for (const id of ids) {
      const member = await db.row<{ readonly MemberNo: string; readonly Email: string }>(
        "SELECT MemberNo, Email FROM members WHERE ID = ?",
        [id],
      );
      if (!member) continue;
      await db.write(
        "INSERT IGNORE INTO users (username, email, password_hash, active, anggota) VALUES (?, ?, '', 1, LEAST(?, 127))",
        [member.MemberNo, member.Email, id],
      );
      await db.write("UPDATE members SET IsOnlineActive = 1 WHERE ID = ?", [id]);
    }
    return json({ error: false, message: `${ids.length} anggota diaktifkan` });
  };
}
