-- Where every printed card lies: one row for a card, so it cannot be in two places.
CREATE TABLE cards (
  job          TEXT    NOT NULL UNIQUE,
  desk         TEXT    NOT NULL,
  case_id      TEXT,
  member_id    TEXT,
  member_key   TEXT    NOT NULL,
  place        TEXT    NOT NULL,
  -- JSON: the finishing work in its order.
  route        TEXT    NOT NULL,
  sheet        INTEGER,
  cell         INTEGER,
  batch        TEXT,
  lamination   TEXT,
  came_from    TEXT,
  reason       TEXT,
  at           INTEGER NOT NULL,
  monotonic_ms REAL    NOT NULL,
  boot_id      TEXT    NOT NULL
) STRICT;
CREATE INDEX cards_on_board ON cards (place) WHERE place NOT IN ('handed-over', 'spoiled', 'void');
CREATE INDEX cards_by_case ON cards (case_id);
CREATE INDEX cards_by_member ON cards (member_key);

-- Runs of the laminator, and the switch of each machine, with the clocks by which they are timed.
CREATE TABLE laminations (
  lamination           TEXT    NOT NULL UNIQUE,
  desk                 TEXT    NOT NULL,
  number               INTEGER NOT NULL,
  machine              TEXT    NOT NULL,
  pouch                TEXT    NOT NULL,
  capacity             INTEGER NOT NULL,
  started_at           INTEGER NOT NULL,
  started_monotonic_ms REAL    NOT NULL,
  started_boot_id      TEXT    NOT NULL,
  cooling_at           INTEGER,
  cooling_monotonic_ms REAL,
  cooling_boot_id      TEXT,
  ended_at             INTEGER
) STRICT;
CREATE INDEX laminations_running ON laminations (machine) WHERE ended_at IS NULL;

CREATE TABLE machines (
  desk         TEXT    NOT NULL,
  machine      TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  monotonic_ms REAL    NOT NULL,
  boot_id      TEXT    NOT NULL,
  UNIQUE (desk, machine)
) STRICT;

CREATE TABLE stock (
  desk          TEXT    NOT NULL,
  item          TEXT    NOT NULL,
  balance       INTEGER NOT NULL,
  full_at       INTEGER NOT NULL,
  is_book_wrong INTEGER NOT NULL CHECK (is_book_wrong IN (0, 1)),
  UNIQUE (desk, item)
) STRICT;

CREATE TABLE stock_moves (
  desk    TEXT    NOT NULL,
  item    TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  count   INTEGER NOT NULL,
  reason  TEXT,
  used_by TEXT,
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX stock_moves_by_item ON stock_moves (item, at);
CREATE INDEX stock_moves_by_use ON stock_moves (used_by) WHERE used_by IS NOT NULL;
