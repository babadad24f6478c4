-- When this desk's library is open, and by what its cases are judged: the last word on each, as the event has it.
CREATE TABLE site_calendar (
  desk     TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL
) STRICT;

CREATE TABLE site_judging (
  desk     TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL
) STRICT;
