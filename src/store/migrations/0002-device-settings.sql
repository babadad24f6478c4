-- What technicians decided at the console, beside the configuration file. Per desk: the log holds other desks' too.
CREATE TABLE device_settings (
  desk    TEXT    NOT NULL,
  device  TEXT    NOT NULL,
  -- Null for a device of the configuration file.
  driver  TEXT,
  options TEXT,
  title   TEXT,
  is_on   INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  UNIQUE (desk, device)
) STRICT;

CREATE TABLE desk_routes (
  desk    TEXT NOT NULL,
  purpose TEXT NOT NULL,
  device  TEXT NOT NULL,
  UNIQUE (desk, purpose)
) STRICT;
