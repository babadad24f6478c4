-- The log. `position` is the order of arrival on this machine, `seq` the order on the desk that wrote the event:
-- they differ once other desks' events are stored here too. Instants are milliseconds since 1970 in UTC.
CREATE TABLE events (
  position     INTEGER PRIMARY KEY,
  id           TEXT    NOT NULL,
  desk         TEXT    NOT NULL,
  seq          INTEGER NOT NULL CHECK (seq >= 1),
  stream       TEXT    NOT NULL,
  type         TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  monotonic_ms REAL    NOT NULL,
  boot_id      TEXT    NOT NULL,
  operator     TEXT,
  data         TEXT    NOT NULL,
  -- First 16 hex digits of the SHA-256 of everything above but position: a damaged page may still be a valid page.
  checksum     TEXT    NOT NULL,
  UNIQUE (desk, seq)
) STRICT;
CREATE INDEX events_by_stream ON events (stream);

CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'the event log is append only');
END;
CREATE TRIGGER events_never_vanish BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'the event log is append only');
END;

-- How far this desk's events have been acknowledged by each place they are copied to.
CREATE TABLE outbox (
  target     TEXT    NOT NULL PRIMARY KEY,
  pushed_seq INTEGER NOT NULL CHECK (pushed_seq >= 0)
) STRICT;

-- Proves that the site key is the one this store was written with, without holding the key.
CREATE TABLE site (
  only_row  INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  key_check TEXT    NOT NULL
) STRICT;

-- Projections from here on: rebuilt from the log at any time.
CREATE TABLE print_jobs (
  job            TEXT    NOT NULL UNIQUE,
  request_key    TEXT    NOT NULL UNIQUE,
  case_id        TEXT,
  member_key     TEXT    NOT NULL,
  printer        TEXT    NOT NULL,
  template       TEXT    NOT NULL,
  reprint_of     TEXT,
  reprint_reason TEXT,
  state          TEXT    NOT NULL,
  reference      TEXT,
  failure        TEXT,
  ink            TEXT,
  confirmed_by   TEXT,
  accepted_at    INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX print_jobs_by_case ON print_jobs (case_id);
CREATE INDEX print_jobs_unfinished ON print_jobs (state)
  WHERE state NOT IN ('confirmed', 'failed', 'vanished', 'spoiled');

CREATE TABLE cases (
  case_id          TEXT    NOT NULL UNIQUE,
  member_key       TEXT,
  member_id        TEXT,
  kind             TEXT    NOT NULL,
  channel          TEXT    NOT NULL,
  standard_id      TEXT    NOT NULL,
  standard_version INTEGER NOT NULL,
  ticket           TEXT,
  -- The site's own day, `2026-11-24`: tickets count from 1 on each.
  opened_on        TEXT    NOT NULL,
  status           TEXT    NOT NULL,
  -- Not null while a finished card lies in the library: what a paused case resumes to.
  ready_at         INTEGER,
  opened_at        INTEGER NOT NULL,
  updated_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX cases_open ON cases (status) WHERE status NOT IN ('handed-over', 'cancelled');
CREATE INDEX cases_by_member ON cases (member_key) WHERE status NOT IN ('handed-over', 'cancelled');
CREATE INDEX cases_by_day ON cases (opened_on);

CREATE TABLE pairings (
  origin     TEXT    NOT NULL,
  token_hash TEXT    NOT NULL,
  granted_at INTEGER NOT NULL,
  UNIQUE (origin, token_hash)
) STRICT;

CREATE TABLE device_health (
  device  TEXT    NOT NULL,
  since   INTEGER NOT NULL,
  reasons TEXT    NOT NULL
) STRICT;
CREATE INDEX device_health_by_device ON device_health (device);
