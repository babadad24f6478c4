-- A job without a case is printed for a member of INLISLite; `priority` is the place in the list of priorities, 0 first.
ALTER TABLE print_jobs ADD COLUMN member_id TEXT;
ALTER TABLE print_jobs ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE print_jobs ADD COLUMN batch TEXT;
ALTER TABLE print_jobs ADD COLUMN template_version INTEGER;
ALTER TABLE print_jobs ADD COLUMN operator TEXT;

DROP INDEX print_jobs_unfinished;
CREATE INDEX print_jobs_unfinished ON print_jobs (state)
  WHERE state NOT IN ('confirmed', 'failed', 'vanished', 'spoiled', 'cancelled');
CREATE INDEX print_jobs_waiting ON print_jobs (printer, priority)
  WHERE state IN ('accepted', 'rendered', 'verified');
CREATE INDEX print_jobs_by_member ON print_jobs (member_key);
CREATE INDEX print_jobs_by_batch ON print_jobs (batch) WHERE batch IS NOT NULL;

-- Queues that stand still until a person lets them go on. Per desk: the log holds other desks' too.
CREATE TABLE paused_printers (
  desk      TEXT    NOT NULL,
  printer   TEXT    NOT NULL,
  holds     TEXT    NOT NULL,
  why       TEXT    NOT NULL,
  paused_at INTEGER NOT NULL,
  UNIQUE (desk, printer)
) STRICT;
