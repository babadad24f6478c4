-- What every case came to, and every step of it, when it was judged last: worked out of the log and the standards, and
-- worked out again whenever either changes. No person appears here. Times are milliseconds.
CREATE TABLE result_groups (
  group_id         INTEGER PRIMARY KEY,
  standard_id      TEXT    NOT NULL,
  standard_version INTEGER NOT NULL,
  kind             TEXT    NOT NULL,
  channel          TEXT    NOT NULL,
  -- Empty where nobody has said it.
  category         TEXT    NOT NULL,
  -- By which rules and calendar all of the group's cases have been judged.
  judged_by        TEXT    NOT NULL,
  UNIQUE (standard_id, standard_version, kind, channel, category)
) STRICT;

CREATE TABLE case_results (
  case_row      INTEGER PRIMARY KEY,
  case_id       TEXT    NOT NULL UNIQUE,
  group_id      INTEGER NOT NULL,
  desk          TEXT    NOT NULL,
  ticket        TEXT,
  -- The library's own day on which the case was opened.
  day           TEXT    NOT NULL,
  status        TEXT    NOT NULL,
  opened_at     INTEGER NOT NULL,
  ready_at      INTEGER,
  taken_at      INTEGER,
  closed_at     INTEGER,
  published     TEXT    NOT NULL,
  step_sum      TEXT    NOT NULL,
  overall       TEXT    NOT NULL,
  -- The promise's clock has stopped: only then is the case one of those that statistics are made of.
  is_decided    INTEGER NOT NULL,
  -- What the promise counts, as the library has set.
  measured_ms   INTEGER NOT NULL,
  gross_ms      INTEGER NOT NULL,
  net_ms        INTEGER NOT NULL,
  library_ms    INTEGER NOT NULL,
  applicant_ms  INTEGER NOT NULL,
  -- From ticket to call; null where nobody was called.
  queue_ms      INTEGER,
  paused_ms     INTEGER NOT NULL,
  -- [{"reason": …, "ms": …}]
  pauses        TEXT    NOT NULL,
  limit_seconds INTEGER,
  due_at        INTEGER,
  is_abandoned  INTEGER NOT NULL,
  clock_suspect INTEGER NOT NULL,
  spoiled       INTEGER NOT NULL,
  reprints      INTEGER NOT NULL,
  late_reason   TEXT
) STRICT;
-- Everything that a figure of many cases is made of, in the order in which it is read.
CREATE INDEX case_results_figures ON case_results (
  group_id, day, case_row, is_decided, overall, published, step_sum, is_abandoned, clock_suspect, status, measured_ms,
  library_ms, applicant_ms, paused_ms
);
CREATE INDEX case_results_late ON case_results (group_id, day, late_reason)
  WHERE is_decided AND NOT is_abandoned AND (published = 'late' OR step_sum = 'late');

CREATE TABLE step_results (
  group_id     INTEGER NOT NULL,
  step         TEXT    NOT NULL,
  day          TEXT    NOT NULL,
  case_row     INTEGER NOT NULL,
  seq          INTEGER NOT NULL,
  state        TEXT    NOT NULL,
  verdict      TEXT    NOT NULL,
  is_abandoned INTEGER NOT NULL,
  -- Null for a step that was not worked on, or not measured apart.
  took_ms      INTEGER,
  target_s     INTEGER,
  -- What it is judged against: more than its target where one act ended two steps.
  allowance_s  INTEGER,
  PRIMARY KEY (group_id, step, day, case_row)
) STRICT, WITHOUT ROWID;

-- Up to which event every change of a case has been judged, and up to which case (by its row) the cases of before.
CREATE TABLE results_progress (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  position INTEGER NOT NULL,
  -- Null once all of them are done.
  filled   INTEGER
) STRICT;
INSERT INTO results_progress (only_row, position, filled) SELECT 1, coalesce(max(position), 0), 0 FROM events;
