import type { MemberNo } from "../../kernel/types.ts";
import { isThere } from "./erase.ts";
import { MirrorFile } from "./mirror-file.ts";
import { removeMember } from "./mirror-writes.ts";

/** Takes a member out of the copy, bytes and index too. INLISLite's own row brings them back as long as it is there. Returns how many rows. */
export function forgetMember(file: string, memberNo: MemberNo): number {
  if (!isThere(file)) return 0;
  using mirror = new MirrorFile(file);
  return mirror.transaction(() => {
    const found = mirror
      .statement("SELECT id FROM members WHERE upper(memberNo) = upper(?)")
      .all(memberNo.trim());
    for (const { id } of found) removeMember(mirror, String(id));
    return found.length;
  });
}
