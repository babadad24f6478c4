-- Many members' cards as one piece of work. Projections: rebuilt from the log at any time.
CREATE TABLE print_batches (
  batch          TEXT    NOT NULL UNIQUE,
  request_key    TEXT    NOT NULL UNIQUE,
  -- Null: the design that fits each member.
  design         TEXT,
  -- Null: sheets are saved as files.
  device         TEXT,
  -- Null for a card printer.
  layout         TEXT,
  backs          TEXT,
  start_cell     INTEGER,
  reprint_reason TEXT,
  count          INTEGER NOT NULL,
  state          TEXT    NOT NULL,
  paused_for     TEXT,
  paused_at      INTEGER,
  opened_at      INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX print_batches_unfinished ON print_batches (state) WHERE state NOT IN ('done', 'cancelled');

CREATE TABLE batch_items (
  batch      TEXT    NOT NULL,
  item       INTEGER NOT NULL,
  member_id  TEXT    NOT NULL,
  member_key TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  attempt    INTEGER NOT NULL,
  -- Why this attempt was needed.
  reason     TEXT,
  sheet      INTEGER,
  cell       INTEGER,
  -- What the card on that sheet was drawn after.
  design     TEXT,
  code       TEXT,
  settled_at INTEGER,
  UNIQUE (batch, item)
) STRICT;
CREATE INDEX batch_items_by_state ON batch_items (batch, state);
CREATE INDEX batch_items_by_member ON batch_items (member_key) WHERE state IN ('waiting', 'placed');

CREATE TABLE batch_sheets (
  batch TEXT    NOT NULL,
  sheet INTEGER NOT NULL,
  state TEXT    NOT NULL,
  UNIQUE (batch, sheet)
) STRICT;

-- How a printer misplaces what it prints, as measured. Per desk: the log holds other desks' too.
CREATE TABLE printer_calibrations (
  desk        TEXT    NOT NULL,
  device      TEXT    NOT NULL,
  -- A paper, or a tray's layout.
  medium      TEXT    NOT NULL,
  profile     TEXT    NOT NULL,
  slots       TEXT    NOT NULL,
  measured_at INTEGER NOT NULL,
  UNIQUE (desk, device, medium)
) STRICT;
