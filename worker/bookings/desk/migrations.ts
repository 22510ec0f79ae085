/**
 * The tables of a BookingDesk, append-only. What the schema can forbid, it forbids:
 * a state off its arrows, two live bookings of one user, a key used twice,
 * a change without a higher rev, a change without its row for D1.
 */
export const deskMigrations = [
  `
  CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    facilitator_id INTEGER NOT NULL,
    facilitator_user_id INTEGER NOT NULL,
    facilitator_name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'active', 'cancelled')),
    session_type TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    start_time INTEGER NOT NULL,
    end_time INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    price_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    payment_note TEXT,
    place_name TEXT,
    place_address TEXT,
    online_url TEXT,
    what_to_expect TEXT,
    arrival_note TEXT,
    days TEXT NOT NULL,
    booking_closes_hours INTEGER NOT NULL,
    free_cancel_hours INTEGER NOT NULL,
    waitlist_policy TEXT NOT NULL,
    promotion_closes_hours INTEGER NOT NULL,
    cancel_reason TEXT,
    created_at INTEGER NOT NULL,
    -- Counters: the last rev given to any change here, the last n given to a booking.
    rev INTEGER NOT NULL,
    last_n INTEGER NOT NULL,
    -- The rev this desk began with; rows up to it came from D1 and need not go back.
    hydrated_rev INTEGER NOT NULL
  );

  CREATE TABLE people (
    user_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL
  );

  CREATE TABLE bookings (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL,
    facilitator_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES people (user_id),
    state TEXT NOT NULL,
    party_size INTEGER NOT NULL CHECK (party_size > 0),
    names TEXT NOT NULL,
    notes TEXT,
    price_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    idempotency_key TEXT,
    fingerprint TEXT,
    expires_at INTEGER,
    cancelled_by TEXT,
    cancel_reason TEXT,
    late INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    rev INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX one_live_booking_a_user ON bookings (user_id)
    WHERE state IN ('held', 'confirmed', 'attended', 'no_show', 'offered', 'waitlisted');
  CREATE UNIQUE INDEX one_booking_a_key ON bookings (user_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
  CREATE INDEX bookings_due ON bookings (expires_at) WHERE state IN ('held', 'offered');

  -- What waits to be told elsewhere, by lane and in the order of its revs.
  CREATE TABLE outbox (
    lane TEXT NOT NULL,
    rev INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (lane, rev)
  ) WITHOUT ROWID;

  -- A lane that failed: how often in a row, and when to try again. Epoch ms.
  CREATE TABLE lanes (
    lane TEXT PRIMARY KEY,
    attempts INTEGER NOT NULL,
    retry_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  -- Rows that the other side refuses for what they say, kept for a person to look at.
  CREATE TABLE parked (
    lane TEXT NOT NULL,
    rev INTEGER NOT NULL,
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    parked_at INTEGER NOT NULL,
    PRIMARY KEY (lane, rev)
  ) WITHOUT ROWID;

  CREATE TABLE arrows (
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (before, after)
  ) WITHOUT ROWID;
  INSERT INTO arrows (before, after) VALUES
    ('held', 'confirmed'), ('held', 'expired'), ('held', 'cancelled'),
    ('confirmed', 'attended'), ('confirmed', 'no_show'), ('confirmed', 'cancelled'),
    ('attended', 'confirmed'), ('no_show', 'attended'),
    ('waitlisted', 'offered'), ('waitlisted', 'confirmed'), ('waitlisted', 'left'),
    ('waitlisted', 'cancelled'),
    ('offered', 'confirmed'), ('offered', 'declined'), ('offered', 'expired'),
    ('offered', 'cancelled');

  CREATE TRIGGER states_move_along_arrows BEFORE UPDATE OF state ON bookings
    WHEN NEW.state <> OLD.state
      AND NOT EXISTS (SELECT 1 FROM arrows WHERE before = OLD.state AND after = NEW.state)
    BEGIN SELECT RAISE(ABORT, 'no arrow between these states'); END;

  CREATE TRIGGER bookings_begin_somewhere BEFORE INSERT ON bookings
    WHEN NEW.rev > (SELECT hydrated_rev FROM session)
      AND NEW.state NOT IN ('held', 'confirmed', 'waitlisted')
    BEGIN SELECT RAISE(ABORT, 'a booking starts held, confirmed or waitlisted'); END;

  CREATE TRIGGER bookings_are_kept BEFORE DELETE ON bookings
    BEGIN SELECT RAISE(ABORT, 'bookings end, they are never deleted'); END;

  CREATE TRIGGER revs_rise BEFORE UPDATE ON bookings
    WHEN NEW.rev <= OLD.rev
    BEGIN SELECT RAISE(ABORT, 'a change takes a higher rev'); END;

  CREATE TRIGGER new_bookings_are_recorded AFTER INSERT ON bookings
    WHEN NEW.rev > (SELECT hydrated_rev FROM session)
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = 'record' AND rev = NEW.rev)
    BEGIN SELECT RAISE(ABORT, 'a booking without its row for D1'); END;

  CREATE TRIGGER changes_are_recorded AFTER UPDATE ON bookings
    WHEN NOT EXISTS (SELECT 1 FROM outbox WHERE lane = 'record' AND rev = NEW.rev)
    BEGIN SELECT RAISE(ABORT, 'a change without its row for D1'); END;
  `,
  `
  -- What happens here by time alone, beside the ends of holds and offers: one row a kind.
  CREATE TABLE timers (
    kind TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) WITHOUT ROWID;

  -- Letters are counted apart from changes: one change may be told to many.
  ALTER TABLE session ADD COLUMN last_letter INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE session ADD COLUMN moved_at INTEGER;
  ALTER TABLE session ADD COLUMN moved_free_until INTEGER;
  ALTER TABLE bookings ADD COLUMN booked_by TEXT NOT NULL DEFAULT 'user';
  ALTER TABLE bookings ADD COLUMN waited_at INTEGER;
  ALTER TABLE bookings ADD COLUMN checked_in_at INTEGER;

  -- Every command counts seats: from this index alone, never from the rows.
  CREATE INDEX bookings_counted ON bookings (state, party_size);
  CREATE INDEX bookings_waiting ON bookings (id) WHERE state = 'waitlisted';

  -- Why somebody was offered a seat, or was not. Says no name: those are in people.
  CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    booking_id INTEGER,
    party_size INTEGER NOT NULL,
    -- Seats that nobody had when it was decided, and how many there are in all.
    free INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    -- When the offer ends, where one is made.
    until INTEGER
  );
  CREATE INDEX decisions_booking ON decisions (booking_id, id);
  `,
  `
  -- One table for everything that happens by time alone: of the session (booking_id 0), and the ends
  -- of holds and offers, which follow their bookings.
  DROP TABLE timers;
  CREATE TABLE timers (
    kind TEXT NOT NULL,
    booking_id INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    PRIMARY KEY (kind, booking_id)
  ) WITHOUT ROWID;
  CREATE INDEX timers_due ON timers (at);
  DROP INDEX bookings_due;

  INSERT INTO timers (kind, booking_id, at)
    SELECT 'expires', id, expires_at FROM bookings
    WHERE state IN ('held', 'offered') AND expires_at IS NOT NULL;
  INSERT INTO timers (kind, at)
    SELECT kind, at FROM (
      SELECT 'reminder_24h' AS kind, start_time - 86400000 AS at, 1 AS reminds, * FROM session
      UNION ALL SELECT 'reminder_1h', start_time - 3600000, 1, * FROM session
      UNION ALL SELECT 'promotion_closes', start_time - 3600000 * promotion_closes_hours, 0, * FROM session
      UNION ALL SELECT 'starts', start_time, 0, * FROM session
      UNION ALL SELECT 'ends', end_time, 0, * FROM session
    ) WHERE status = 'active' AND (reminds = 0 OR at > unixepoch() * 1000);

  CREATE TRIGGER new_ends_are_timed AFTER INSERT ON bookings
    WHEN NEW.state IN ('held', 'offered') AND NEW.expires_at IS NOT NULL
    BEGIN INSERT INTO timers (kind, booking_id, at) VALUES ('expires', NEW.id, NEW.expires_at); END;
  CREATE TRIGGER ends_are_timed AFTER UPDATE ON bookings
    WHEN OLD.state IN ('held', 'offered') OR NEW.state IN ('held', 'offered')
    BEGIN
      DELETE FROM timers WHERE kind = 'expires' AND booking_id = NEW.id;
      INSERT INTO timers (kind, booking_id, at)
        SELECT 'expires', NEW.id, NEW.expires_at
        WHERE NEW.state IN ('held', 'offered') AND NEW.expires_at IS NOT NULL;
    END;
  `,
  `
  -- Leaving the list may be thought better of: in the same row, which is the same place.
  INSERT INTO arrows (before, after) VALUES ('left', 'waitlisted');
  CREATE TRIGGER only_ones_own_leaving_is_undone BEFORE UPDATE OF state ON bookings
    WHEN OLD.state = 'left' AND NEW.state = 'waitlisted' AND OLD.cancelled_by IS NOT 'user'
    BEGIN SELECT RAISE(ABORT, 'who was taken off the list does not come back'); END;
  CREATE INDEX bookings_left ON bookings (user_id, rev) WHERE state = 'left';
  `,
  `
  -- When an operator hid the session: D1's word, which this desk repeats.
  ALTER TABLE session ADD COLUMN hidden_at INTEGER;
  `,
  `
  -- Nothing was ever read by it: bookings_counted finds who waits, and how many are before them.
  DROP INDEX bookings_waiting;
  `,
  `
  CREATE INDEX bookings_added ON bookings (idempotency_key) WHERE booked_by = 'facilitator';
  `,
  `
  ALTER TABLE bookings ADD COLUMN called TEXT;
  `,
] as const
