-- What a printer's cards came to, and which of them a person has to say something about.
ALTER TABLE print_jobs ADD COLUMN spoiled_reason TEXT;
UPDATE print_jobs SET spoiled_reason = (
  SELECT json_extract(data, '$.reason') FROM events
  WHERE stream = 'print/' || print_jobs.job AND type = 'print.advanced' AND json_extract(data, '$.to') = 'spoiled'
) WHERE state = 'spoiled';

CREATE INDEX print_jobs_unsettled ON print_jobs (printer) WHERE state IN ('reported', 'vanished', 'failed');
CREATE INDEX print_jobs_settled ON print_jobs (updated_at) WHERE state IN ('confirmed', 'spoiled');
