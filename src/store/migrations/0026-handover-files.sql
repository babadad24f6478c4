-- What proves a hand-over: signatures drawn on the screen, and the names of those who fetched a card for a member. Which file
-- lies in whose vault; its rule of deletion counts from then on.
-- Replays the log.
CREATE TABLE handover_files (
  file TEXT NOT NULL UNIQUE,
  desk TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('signature', 'collector'))
) STRICT;
CREATE INDEX handover_files_by_desk ON handover_files (desk);
