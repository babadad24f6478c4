-- A case may now also end as not served: it is open no more.
DROP INDEX cases_open;
DROP INDEX cases_by_member;
CREATE INDEX cases_open ON cases (status) WHERE status NOT IN ('handed-over', 'cancelled', 'not-served');
CREATE INDEX cases_by_member ON cases (member_key) WHERE status NOT IN ('handed-over', 'cancelled', 'not-served');
