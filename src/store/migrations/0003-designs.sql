-- A library's own card designs. Per desk: the log holds other desks' too, and their files lie with them.
CREATE TABLE design_versions (
  desk     TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  version  INTEGER NOT NULL CHECK (version >= 1),
  sha256   TEXT    NOT NULL,
  title    TEXT    NOT NULL,
  saved_at INTEGER NOT NULL,
  UNIQUE (desk, name, version)
) STRICT;

CREATE TABLE design_states (
  desk         TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  approved     INTEGER,
  is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
  updated_at   INTEGER NOT NULL,
  UNIQUE (desk, name)
) STRICT;

CREATE TABLE design_choices (
  desk    TEXT NOT NULL UNIQUE,
  -- JSON, as the event has it.
  choices TEXT NOT NULL
) STRICT;
