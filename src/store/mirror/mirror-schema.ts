/** Another number, and the file is thrown away and read again: there is nothing to migrate in a copy. */
export const MIRROR_SCHEMA = 1;

/**
 * A member's key is INLISLite's own id, so that both sides cut the same stretches. `words` is the name as it is searched and
 * sorted: folded, a space before every word. The full-text index holds words only (detail=none), and takes them out physically
 * when a member goes (secure-delete). Words end at spaces and nowhere else: `100%` is one.
 */
export const MIRROR_TABLES = `
  CREATE TABLE members (
    id INTEGER PRIMARY KEY,
    memberNo TEXT NOT NULL,
    fullName TEXT NOT NULL,
    words TEXT NOT NULL,
    memberType TEXT,
    status INTEGER NOT NULL,
    registeredOn TEXT,
    validUntil TEXT,
    photoName TEXT,
    checksum INTEGER NOT NULL,
    updatedAt TEXT,
    flags INTEGER NOT NULL,
    -- The day from which this member waits for a first card, and when a renewal was seen, ms.
    waitsFrom TEXT,
    seenAt INTEGER,
    renewedAt INTEGER
  ) STRICT;
  CREATE INDEX members_number ON members (upper(memberNo));
  CREATE INDEX members_words ON members (words);
  CREATE INDEX members_waiting ON members (waitsFrom);
  CREATE INDEX members_renewed ON members (renewedAt) WHERE renewedAt IS NOT NULL;
  CREATE VIRTUAL TABLE names USING fts5 (
    words, content = members, content_rowid = id, detail = none, columnsize = 0, prefix = '2 3',
    tokenize = "ascii tokenchars '!#$%&()*+,/:;<=>?@[\\]^_\`{|}~""'"
  );
  INSERT INTO names (names, rank) VALUES ('secure-delete', 1);
  CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${MIRROR_SCHEMA};
`;
