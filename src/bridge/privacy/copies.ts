import path from "node:path";
import type { VaultId } from "../../kernel/types.ts";
import { eraseFromBackup, eraseFromReplaced } from "../../store/backup-erase.ts";
import { backupsIn } from "../../store/backup-folder.ts";
import { replacedStores } from "../../store/replaced-stores.ts";
import type { Config } from "../config/schema.ts";
import { BACKUPS } from "../updates/prune.ts";

interface Copy {
  readonly folder: string;
  readonly erase: (folder: string, files: readonly VaultId[]) => number;
}

/** What on this PC holds copies of the vault's files: backups, those that updates make, and stores that a restore has put aside. */
export class Copies {
  readonly #config: Pick<Config, "backup" | "desk" | "store">;
  readonly #versions: string | undefined;

  /** `versions`: the launcher's folder, where there is one. */
  constructor(config: Pick<Config, "backup" | "desk" | "store">, versions: string | undefined) {
    this.#config = config;
    this.#versions = versions;
  }

  all(): readonly Copy[] {
    const { backup, desk, store } = this.#config;
    const places = [backup.folder, ...(this.#versions ? [path.join(this.#versions, BACKUPS)] : [])];
    return [
      ...places
        .flatMap((place) => backupsIn(place, desk.id))
        .map(({ folder }) => ({ folder, erase: eraseFromBackup })),
      ...replacedStores(store.folder).map((folder) => ({ folder, erase: eraseFromReplaced })),
    ];
  }
}
