-- Photos of cases in the vault: which file may go, and when its rule began to count. Rows stay when the file is erased.
-- Replays the log.
CREATE TABLE photo_files (
  file         TEXT    NOT NULL UNIQUE,
  case_id      TEXT    NOT NULL,
  kind         TEXT    NOT NULL CHECK (kind IN ('card', 'original')),
  -- INLISLite has this photo, as read back; only of originals.
  is_delivered INTEGER NOT NULL DEFAULT 0,
  -- Its case was handed over or given up.
  is_over      INTEGER NOT NULL DEFAULT 0,
  is_erased    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX photo_files_by_case ON photo_files (case_id);
CREATE INDEX photo_files_to_erase ON photo_files (kind) WHERE is_erased = 0 AND (is_delivered = 1 OR is_over = 1);
