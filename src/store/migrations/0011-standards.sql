-- A library's own service standards. Per desk: the log holds other desks' too, and their files lie with them.
CREATE TABLE standard_versions (
  desk           TEXT    NOT NULL,
  id             TEXT    NOT NULL,
  version        INTEGER NOT NULL CHECK (version >= 1),
  sha256         TEXT    NOT NULL,
  title          TEXT    NOT NULL,
  saved_at       INTEGER NOT NULL,
  -- Null: a draft.
  effective_from TEXT,
  effective_to   TEXT,
  UNIQUE (desk, id, version)
) STRICT;

CREATE TABLE standard_states (
  desk         TEXT    NOT NULL,
  id           TEXT    NOT NULL,
  is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
  updated_at   INTEGER NOT NULL,
  UNIQUE (desk, id)
) STRICT;
