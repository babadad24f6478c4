-- Numbers of the queue: one row for a number, from the ticket to whatever became of it. The case has its row once it is served.
CREATE TABLE tickets (
  case_id           TEXT    NOT NULL UNIQUE,
  desk              TEXT    NOT NULL,
  number            TEXT    NOT NULL,
  -- The library's own day: numbers count from 1 on each.
  day               TEXT    NOT NULL,
  -- What was asked for; null where nobody has said it.
  kind              TEXT,
  state             TEXT    NOT NULL,
  taken_at          INTEGER NOT NULL,
  taken_ms          REAL    NOT NULL,
  boot_id           TEXT    NOT NULL,
  -- The newest call, and the desk that made it; null until there is one.
  called_at         INTEGER,
  called_by         TEXT,
  counter           TEXT,
  calls             INTEGER NOT NULL,
  -- Orders calls among themselves, whatever the clock on the wall says.
  call_order        INTEGER
) STRICT;
CREATE INDEX tickets_by_day ON tickets (day, state);
CREATE INDEX tickets_in_queue ON tickets (state) WHERE state IN ('waiting', 'called', 'missed');
CREATE INDEX tickets_by_call ON tickets (call_order) WHERE call_order IS NOT NULL;

-- How long people waited, where there was a queue at all.
CREATE INDEX case_results_queue ON case_results (group_id, day, queue_ms) WHERE queue_ms IS NOT NULL;
