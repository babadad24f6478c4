/** What lies in the store's folder. A test holds it against a desk that has done everything. */

export const DATABASE = "titian.sqlite";
export const SITE_KEY = "site-key";

/** What SQLite may have put beside the database; of no use without it, and harmful beside another. */
export const DATABASE_SIDES = [`${DATABASE}-wal`, `${DATABASE}-shm`, `${DATABASE}-journal`] as const;

/** How long files have been held: lost, every count of a retention rule begins anew. */
export const HELD_FILES = [
  ...(["held-photos.json", "held-handovers.json", "held-complaints.json", "held-replaced.json"] as const),
] as const;

/** Encrypted files, and files named by what is in them. */
export const KEPT_FOLDERS = ["vault", "designs", "standards"] as const;

/** Everything that a backup holds and a restore replaces. The database's own sides are in its copy. */
export const BACKED_UP = [DATABASE, SITE_KEY, ...HELD_FILES, ...KEPT_FOLDERS] as const;

/** What is read again, made again or of this PC alone, and so in no backup. */
export const NOT_BACKED_UP = [
  ...["titian.lock", "trial", "log", "devices", "backups", "versions"],
  // A copy of members: INLISLite has them.
  "mirror.sqlite",
  // The demonstration's invented INLISLite.
  "inlislite-demo.db",
] as const;

/** Stores that a restore has put aside. */
export const REPLACED = /^replaced-\d{8}-\d{6}$/;

/** `2026-11-27T02:45:03Z` is `20261127-024503`: sorts as time does, and is a file's name everywhere. */
export const stampOf = (at: Date): string =>
  at.toISOString().replace(/[-:]/g, "").replace("T", "-").slice(0, 15);

/** Of `at`, or of the first second after it whose name nobody has. */
export function freeStamp(at: Date, isFree: (stamp: string) => boolean): string {
  for (let later = 0; ; later++) {
    const stamp = stampOf(new Date(at.getTime() + later * 1_000));
    if (isFree(stamp)) return stamp;
  }
}
