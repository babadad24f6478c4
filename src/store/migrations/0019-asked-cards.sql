-- Cards of a printer that a person may have to say something about, newest first: what is long ago is not looked at.
DROP INDEX print_jobs_unsettled;
CREATE INDEX print_jobs_unsettled ON print_jobs (desk, printer, updated_at) WHERE state IN ('reported', 'vanished', 'failed');
