-- Answers that are not yet five of one service, added up: no time and no order. Not rebuilt from the log, because the log
-- never holds one answer; a group leaves the box in the same transaction in which the log gets it.
CREATE TABLE survey_box (
  service  TEXT NOT NULL PRIMARY KEY,
  group_id TEXT NOT NULL UNIQUE,
  sums     TEXT NOT NULL
) STRICT;

CREATE TABLE survey_groups (
  group_id TEXT NOT NULL UNIQUE,
  desk     TEXT NOT NULL,
  -- Id of the standard by which these people were served.
  service  TEXT NOT NULL,
  -- The library's own day on which the group was full.
  day      TEXT NOT NULL,
  sums     TEXT NOT NULL
) STRICT;
CREATE INDEX survey_groups_by_day ON survey_groups (day);
