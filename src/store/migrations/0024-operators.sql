-- A projection. `failures`: wrong PINs since the last right one; `locks`: how often they led to a lock since then.
CREATE TABLE operators (
  operator     TEXT    NOT NULL PRIMARY KEY,
  desk         TEXT    NOT NULL,
  role         TEXT    NOT NULL,
  is_active    INTEGER NOT NULL,
  failures     INTEGER NOT NULL,
  locks        INTEGER NOT NULL,
  locked_until INTEGER,
  signed_in_at INTEGER,
  created_at   INTEGER NOT NULL
) STRICT;

-- Not a projection: names and PINs are never in the log, which other desks get to see; a backup of this store has them. The
-- hash names its own algorithm and cost.
CREATE TABLE operator_secrets (
  operator TEXT NOT NULL PRIMARY KEY,
  name     TEXT NOT NULL,
  pin_hash TEXT NOT NULL
) STRICT;
