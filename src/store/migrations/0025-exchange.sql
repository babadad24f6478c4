-- The logs of several desks in one.
-- Replays the log.

-- Where an event stands in the order that all desks of the library share; null for those of before: their own time.
ALTER TABLE events ADD COLUMN logical INTEGER;

-- Who came first, the same at every desk.
ALTER TABLE tickets ADD COLUMN logical INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN logical INTEGER NOT NULL DEFAULT 0;
-- Where it was opened.
ALTER TABLE cases ADD COLUMN desk TEXT NOT NULL DEFAULT '';
ALTER TABLE print_jobs ADD COLUMN logical INTEGER NOT NULL DEFAULT 0;

-- Other desks' events that this version cannot read, or may not act on: kept, and left out of every view.
CREATE TABLE unread_events (
  position INTEGER PRIMARY KEY
) STRICT;

-- A file of the vault is told apart from what becomes of it: another desk's may be erased before its case arrives here.
CREATE TABLE erased_files (
  file TEXT NOT NULL UNIQUE
) STRICT;

DROP TABLE photo_files;
CREATE TABLE photo_files (
  file         TEXT    NOT NULL UNIQUE,
  -- Whose vault it lies in.
  desk         TEXT    NOT NULL,
  case_id      TEXT    NOT NULL,
  kind         TEXT    NOT NULL CHECK (kind IN ('card', 'original')),
  -- INLISLite has this photo, as read back; only of originals.
  is_delivered INTEGER NOT NULL DEFAULT 0,
  -- Its case was handed over or given up, or another desk has taken a newer one.
  is_over      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX photo_files_by_case ON photo_files (case_id);
CREATE INDEX photo_files_to_erase ON photo_files (desk, kind) WHERE is_delivered = 1 OR is_over = 1;

DROP TABLE complaint_files;
CREATE TABLE complaint_files (
  file         TEXT    NOT NULL UNIQUE,
  desk         TEXT    NOT NULL,
  complaint_id TEXT    NOT NULL,
  -- Its complaint was closed or withdrawn.
  is_over      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX complaint_files_by_complaint ON complaint_files (complaint_id);
CREATE INDEX complaint_files_to_erase ON complaint_files (desk) WHERE is_over = 1;

-- Of each desk its own last word, and when it was said; the newest of all holds for the library.
DROP TABLE complaint_limits;
CREATE TABLE complaint_limits (
  desk       TEXT    NOT NULL UNIQUE,
  limit_days INTEGER,
  logical    INTEGER NOT NULL
) STRICT;

DROP TABLE site_calendar;
CREATE TABLE site_calendar (
  desk     TEXT    NOT NULL UNIQUE,
  document TEXT    NOT NULL,
  logical  INTEGER NOT NULL
) STRICT;

DROP TABLE site_judging;
CREATE TABLE site_judging (
  desk     TEXT    NOT NULL UNIQUE,
  settings TEXT    NOT NULL,
  logical  INTEGER NOT NULL
) STRICT;

DROP TABLE standard_versions;
CREATE TABLE standard_versions (
  desk           TEXT    NOT NULL,
  id             TEXT    NOT NULL,
  version        INTEGER NOT NULL CHECK (version >= 1),
  sha256         TEXT    NOT NULL,
  title          TEXT    NOT NULL,
  saved_at       INTEGER NOT NULL,
  -- Null: a draft.
  effective_from TEXT,
  effective_to   TEXT,
  logical        INTEGER NOT NULL,
  UNIQUE (desk, id, version)
) STRICT;

DROP TABLE standard_states;
CREATE TABLE standard_states (
  desk         TEXT    NOT NULL,
  id           TEXT    NOT NULL,
  is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
  updated_at   INTEGER NOT NULL,
  logical      INTEGER NOT NULL,
  UNIQUE (desk, id)
) STRICT;

ALTER TABLE design_versions ADD COLUMN logical INTEGER NOT NULL DEFAULT 0;
ALTER TABLE design_states ADD COLUMN logical INTEGER NOT NULL DEFAULT 0;
ALTER TABLE design_choices ADD COLUMN logical INTEGER NOT NULL DEFAULT 0;

-- What each desk calls itself.
CREATE TABLE counters (
  desk  TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL
) STRICT;
