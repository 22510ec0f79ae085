/** The tables of an inbox, oldest first. Append-only: what has been applied somewhere never changes. */
export const INBOX_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    epoch TEXT NOT NULL,
    last_seq INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE notices (
    seq INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    type TEXT NOT NULL,
    booking_id INTEGER,
    user_id INTEGER,
    user_name TEXT,
    session_title TEXT NOT NULL,
    start_time TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    party_size INTEGER NOT NULL,
    timestamp TEXT NOT NULL,
    message TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    read INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE INDEX notices_unread ON notices (seq) WHERE read = 0;

  CREATE TABLE session_revs (
    session_id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL
  ) STRICT;
  `,
  // A notice that no desk of ours told, but the log of the CRM: its id there.
  'ALTER TABLE notices ADD COLUMN outside_id INTEGER',
  // What is read says by which mark, so that one mark can be taken back. Until now it was 1.
  'ALTER TABLE inbox ADD COLUMN last_mark INTEGER NOT NULL DEFAULT 1',
]
