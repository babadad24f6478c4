import { ConfigError } from "../../kernel/schema.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { eraseFromBackup, eraseFromReplaced } from "../../store/backup-erase.ts";
import { backupsIn } from "../../store/backup-folder.ts";
import { forgetMember } from "../../store/mirror/forget-member.ts";
import { replacedStores } from "../../store/replaced-stores.ts";
import type { Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import { eraseFile } from "../flows/erase-file.ts";
import { mirrorFile } from "../flows/members-in-step.ts";

export interface Erased {
  /** Photos, signatures and names of collectors in the vault. */
  readonly files: number;
  /** The same files in this desk's backups and in replaced stores. */
  readonly copies: number;
  /** Rows of the local copy of members. */
  readonly mirrored: number;
  /** Cases and prints of this member whose steps and times stay, by pseudonym. */
  readonly kept: number;
}

interface Parts {
  readonly config: Config;
  readonly store: Store;
}

/**
 * What this PC holds of a member beyond pseudonyms, while no daemon runs. May be called again after a power cut in the middle.
 * Throws ConfigError while a service of theirs is under way.
 */
export function eraseMember(memberNo: MemberNo, { config, store }: Parts): Erased {
  const key = store.memberKeyOf(memberNo);
  if (store.cases.byMember(key))
    throw new ConfigError("titian privacy erase", [
      "a service of this member is under way; end or cancel it first",
    ]);
  const files = store.memberFiles.of(key);
  const copies = [
    ...backupsIn(config.backup.folder, config.desk.id).map(({ folder }) => eraseFromBackup(folder, files)),
    ...replacedStores(config.store.folder).map((folder) => eraseFromReplaced(folder, files)),
  ].reduce((all, one) => all + one, 0);
  for (const file of files) eraseFile(store, file, "the member asked to be forgotten");
  const mirrored = forgetMember(mirrorFile(config), memberNo);
  const erased = { files: files.length, copies, mirrored };
  store.events.append({
    stream: `desk/${config.desk.id}`,
    type: "desk.memberErased",
    data: { memberKey: key, ...erased },
  });
  return { ...erased, kept: store.memberFiles.namedBy(key) };
}
