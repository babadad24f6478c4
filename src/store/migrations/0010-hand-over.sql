-- Whose card of before is no longer good, until the report is lifted. A number that was changed stays here for ever.
-- Replays the log.
CREATE TABLE voided_cards (
  member_key TEXT    NOT NULL UNIQUE,
  member_id  TEXT    NOT NULL,
  case_id    TEXT    NOT NULL,
  reason     TEXT    NOT NULL,
  since      INTEGER NOT NULL
) STRICT;
CREATE INDEX voided_cards_by_case ON voided_cards (case_id);
