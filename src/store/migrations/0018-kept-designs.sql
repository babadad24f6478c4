-- Titian's own designs as cards were accepted with them, so that those are printed as they were after an update.
CREATE TABLE kept_designs (
  desk    TEXT    NOT NULL,
  name    TEXT    NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  sha256  TEXT    NOT NULL,
  UNIQUE (desk, name, version)
) STRICT;

-- The version that a card on a sheet was drawn after.
ALTER TABLE batch_items ADD COLUMN design_version INTEGER;
