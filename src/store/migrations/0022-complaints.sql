-- Complaints: where each stands, which of their texts lie in the vault, and the library's own limit. Nothing that was said
-- and nobody who said it is here. Replays the log.
CREATE TABLE complaints (
  complaint_id     TEXT    NOT NULL UNIQUE,
  desk             TEXT    NOT NULL,
  number           TEXT    NOT NULL,
  -- The library's own day on which it came.
  day              TEXT    NOT NULL,
  channel          TEXT    NOT NULL,
  subject          TEXT    NOT NULL,
  standard_id      TEXT    NOT NULL,
  standard_version INTEGER NOT NULL,
  case_id          TEXT,
  file             TEXT    NOT NULL,
  -- Working days; null where the library had set none.
  limit_days       INTEGER,
  status           TEXT    NOT NULL,
  updated_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX complaints_by_day ON complaints (day);
CREATE INDEX complaints_under_way ON complaints (day) WHERE status NOT IN ('closed', 'withdrawn');
CREATE INDEX complaints_by_number ON complaints (desk, number);

CREATE TABLE complaint_files (
  file         TEXT    NOT NULL UNIQUE,
  complaint_id TEXT    NOT NULL,
  -- Its complaint was closed or withdrawn.
  is_over      INTEGER NOT NULL DEFAULT 0,
  is_erased    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX complaint_files_by_complaint ON complaint_files (complaint_id);
CREATE INDEX complaint_files_to_erase ON complaint_files (is_over) WHERE is_over = 1 AND is_erased = 0;

CREATE TABLE complaint_limits (
  desk       TEXT NOT NULL UNIQUE,
  limit_days INTEGER
) STRICT;
