import type { BACKUP_ERRORS as Codes } from "../../kernel/error-table/backup-errors.ts";

/** Backup and restore of the store. */
export const BACKUP_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  BACKUP_MISSING:
    "There is no Titian backup in this folder. Choose the folder of one backup, for example titian-desk-1-20261127-121503.",
  BACKUP_DAMAGED:
    "This backup is damaged or incomplete. Nothing was changed; choose an older backup, and check the disk it lies on.",
  BACKUP_CHANGED:
    "Somebody has changed this backup: parts of it are not Titian's. Choose another backup, and find out who had it.",
  BACKUP_NO_ROOM:
    "There is no room for the backup, and nothing of it was left. Make room, or choose another disk.",
  BACKUP_UNUSABLE:
    "The folder for backups cannot be read or written. Check that its disk is plugged in and that Titian may write there.",
  BACKUP_OTHER_DESK:
    "This backup belongs to another desk. Choose this desk's own backup, or correct desk.id in titian.toml.",
  BACKUP_OTHER_SITE:
    "This backup was made with another key, perhaps another library's. If this desk is to become that one, repeat with --other-key.",
  DISK_LOW: "This PC's disk fills up. Everything still works; ask the technician to make room soon.",
  DISK_NEARLY_FULL:
    "This PC's disk is nearly full, so new photos and prints wait. What was recorded is safe; make room, then try again.",
  BACKUP_OLD:
    "Titian's records have not been backed up for some days. Check the folder for backups and its disk, then run titian backup.",
};
