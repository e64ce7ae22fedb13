import { longestHeldMs } from '../sql/dates.ts'
import { fourthTables } from '../sql/fourth-tables.ts'
import { secondTables } from '../sql/second-tables.ts'

/** The nearest date before and the nearest after on the lane: since those that are kept do not overlap, no other one can. */
const refuseIfTaken = (others: string) => `
  SELECT RAISE(ABORT, 'lane_taken') WHERE (
    SELECT held_to FROM occurrence
    WHERE host_id = NEW.host_id AND lane = NEW.lane AND is_held AND held_from <= NEW.held_from${others}
    ORDER BY held_from DESC LIMIT 1
  ) > NEW.held_from OR (
    SELECT held_from FROM occurrence
    WHERE host_id = NEW.host_id AND lane = NEW.lane AND is_held AND held_from >= NEW.held_from${others}
    ORDER BY held_from LIMIT 1
  ) < NEW.held_to;`

const first = `
  CREATE TABLE member (
    id TEXT PRIMARY KEY, email TEXT NOT NULL, email_key TEXT UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL,
    language TEXT NOT NULL, time_zone TEXT NOT NULL, needs_approval INTEGER NOT NULL, is_active INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE host (
    id TEXT PRIMARY KEY, zoom_user TEXT NOT NULL UNIQUE, email TEXT NOT NULL, name TEXT NOT NULL, plan TEXT NOT NULL,
    capacity INTEGER NOT NULL, lanes INTEGER NOT NULL, buffer_before INTEGER NOT NULL, buffer_after INTEGER NOT NULL,
    time_zone TEXT NOT NULL, hours TEXT, member_id TEXT REFERENCES member (id), is_active INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE booking (
    id TEXT PRIMARY KEY, organiser_id TEXT NOT NULL REFERENCES member (id), host_id TEXT NOT NULL REFERENCES host (id),
    lane INTEGER NOT NULL, state TEXT NOT NULL, revision INTEGER NOT NULL, sequence INTEGER NOT NULL,
    meeting_key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, agenda TEXT NOT NULL, people TEXT NOT NULL, wish TEXT NOT NULL,
    choice TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL, is_forgotten INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX booking_organiser ON booking (organiser_id, ends_at);

  CREATE TABLE occurrence (
    id TEXT PRIMARY KEY, booking_id TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    host_id TEXT NOT NULL, lane INTEGER NOT NULL, date TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
    held_from INTEGER NOT NULL, held_to INTEGER NOT NULL, is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
    CHECK (held_from <= starts_at AND starts_at < ends_at AND ends_at <= held_to),
    CHECK (held_to - held_from <= ${longestHeldMs})
  ) STRICT;
  CREATE INDEX occurrence_booking ON occurrence (booking_id, starts_at);
  CREATE INDEX occurrence_host ON occurrence (host_id, held_from);
  CREATE INDEX occurrence_lane ON occurrence (host_id, lane, held_from, held_to) WHERE is_held;
  CREATE TRIGGER occurrence_lane_insert BEFORE INSERT ON occurrence WHEN NEW.is_held BEGIN ${refuseIfTaken('')} END;
  CREATE TRIGGER occurrence_lane_update
    BEFORE UPDATE OF id, host_id, lane, held_from, held_to, is_held ON occurrence WHEN NEW.is_held
    BEGIN ${refuseIfTaken(' AND id <> OLD.id')} END;

  CREATE TABLE foreign_meeting (
    host_id TEXT NOT NULL REFERENCES host (id), zoom_meeting_id INTEGER NOT NULL, starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL, lane INTEGER NOT NULL, PRIMARY KEY (host_id, starts_at, zoom_meeting_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE desk_policies (one INTEGER PRIMARY KEY CHECK (one = 1), policies TEXT NOT NULL) STRICT;

  CREATE TABLE audit (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, by_whom TEXT NOT NULL, what TEXT NOT NULL, thing TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_at ON audit (at, id);
  CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;

  CREATE TABLE outbox (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, due_at INTEGER NOT NULL,
    lease_until INTEGER NOT NULL DEFAULT 0, fence INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0,
    is_sent INTEGER NOT NULL DEFAULT 0, problem TEXT
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (due_at, key) WHERE NOT is_sent;

  CREATE TABLE request (
    member_id TEXT NOT NULL, key TEXT NOT NULL, hash TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (member_id, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX request_at ON request (at);`

const second = secondTables({
  id: 'TEXT',
  text: 'TEXT',
  instant: 'INTEGER',
  boolean: 'INTEGER',
  no: '0',
  counter: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  end: ' STRICT',
})

const third = 'CREATE TABLE zoom_away (one INTEGER PRIMARY KEY CHECK (one = 1), since_at INTEGER NOT NULL) STRICT'

/** Each step brings a file one version further; the first makes it. A step that was released is never changed. */
export const sqliteMigrations: readonly string[] = [first, second, third, fourthTables({ id: 'TEXT', end: ' STRICT' })]
