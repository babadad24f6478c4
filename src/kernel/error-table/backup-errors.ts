import type { ErrorTable } from "./error-table.ts";

/** Backup and restore of the store, and the disk that both need. */
export const BACKUP_ERRORS = {
  BACKUP_MISSING: { remedy: "fix-request", summary: "There is no backup of Titian's store in this folder." },
  BACKUP_DAMAGED: {
    remedy: "fix-device",
    summary: "The backup is not what was written: a file is missing or changed, or its log does not add up.",
  },
  BACKUP_CHANGED: {
    remedy: "fix-request",
    summary:
      "The backup's database has tables, triggers or views that no Titian made: somebody has changed it.",
  },
  BACKUP_NO_ROOM: {
    remedy: "fix-device",
    summary: "The backup does not fit on its disk; nothing of it was left there.",
  },
  BACKUP_UNUSABLE: { remedy: "fix-device", summary: "The folder for backups cannot be read or written." },
  BACKUP_OTHER_DESK: { remedy: "fix-request", summary: "The backup is of another desk." },
  BACKUP_OTHER_SITE: {
    remedy: "fix-request",
    summary: "The backup was written with another site key than the store that it would replace.",
  },
  DISK_LOW: { remedy: "fix-device", summary: "The store's disk fills up; everything still works." },
  DISK_NEARLY_FULL: {
    remedy: "fix-device",
    summary: "The store's disk is nearly full: photos and prints that have not begun are refused.",
  },
  BACKUP_OLD: { remedy: "fix-device", summary: "The newest verified backup is older than it should be." },
} as const satisfies ErrorTable;
