import { longestHeldMs } from '../sql/dates.ts'
import { fourthTables } from '../sql/fourth-tables.ts'
import { secondTables } from '../sql/second-tables.ts'

/** Ids sort by their bytes, as in SQLite. */
const id = 'text COLLATE "C"'

const first = `
  CREATE TABLE member (
    id ${id} PRIMARY KEY, email text NOT NULL, email_key text UNIQUE, name text NOT NULL, role text NOT NULL,
    language text NOT NULL, time_zone text NOT NULL, needs_approval boolean NOT NULL, is_active boolean NOT NULL
  );

  CREATE TABLE host (
    id ${id} PRIMARY KEY, zoom_user text NOT NULL UNIQUE, email text NOT NULL, name text NOT NULL, plan text NOT NULL,
    capacity integer NOT NULL, lanes integer NOT NULL, buffer_before integer NOT NULL, buffer_after integer NOT NULL,
    time_zone text NOT NULL, hours text, member_id ${id} REFERENCES member (id), is_active boolean NOT NULL
  );

  CREATE TABLE booking (
    id ${id} PRIMARY KEY, organiser_id ${id} NOT NULL REFERENCES member (id), host_id ${id} NOT NULL REFERENCES host (id),
    lane integer NOT NULL, state text NOT NULL, revision integer NOT NULL, sequence integer NOT NULL,
    meeting_key text NOT NULL UNIQUE, title text NOT NULL, agenda text NOT NULL, people text NOT NULL, wish text NOT NULL,
    choice text NOT NULL, starts_at bigint NOT NULL, ends_at bigint NOT NULL, created_at bigint NOT NULL,
    changed_at bigint NOT NULL, is_forgotten boolean NOT NULL DEFAULT false
  );
  CREATE INDEX booking_organiser ON booking (organiser_id, ends_at);

  CREATE TABLE occurrence (
    id ${id} PRIMARY KEY, booking_id ${id} NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    host_id ${id} NOT NULL, lane integer NOT NULL, date text NOT NULL, starts_at bigint NOT NULL, ends_at bigint NOT NULL,
    held_from bigint NOT NULL, held_to bigint NOT NULL, is_held boolean NOT NULL,
    CHECK (held_from <= starts_at AND starts_at < ends_at AND ends_at <= held_to),
    CHECK (held_to - held_from <= ${longestHeldMs}),
    CONSTRAINT occurrence_lane
      EXCLUDE USING gist (host_id WITH =, lane WITH =, int8range(held_from, held_to) WITH &&) WHERE (is_held)
  );
  CREATE INDEX occurrence_booking ON occurrence (booking_id, starts_at);
  CREATE INDEX occurrence_host ON occurrence (host_id, held_from);

  CREATE TABLE foreign_meeting (
    host_id ${id} NOT NULL REFERENCES host (id), zoom_meeting_id bigint NOT NULL, starts_at bigint NOT NULL,
    ends_at bigint NOT NULL, lane integer NOT NULL, PRIMARY KEY (host_id, starts_at, zoom_meeting_id)
  );

  CREATE TABLE desk_policies (one integer PRIMARY KEY CHECK (one = 1), policies text NOT NULL);

  CREATE TABLE audit (
    id ${id} PRIMARY KEY, at bigint NOT NULL, by_whom text NOT NULL, what text NOT NULL, thing text NOT NULL,
    details text NOT NULL
  );
  CREATE INDEX audit_at ON audit (at, id);
  CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The audit is only added to.'; END $$;
  CREATE TRIGGER audit_stays BEFORE UPDATE ON audit EXECUTE FUNCTION audit_stays();

  CREATE TABLE outbox (
    key ${id} PRIMARY KEY, kind text NOT NULL, body text NOT NULL, due_at bigint NOT NULL,
    lease_until bigint NOT NULL DEFAULT 0, fence integer NOT NULL DEFAULT 0, tries integer NOT NULL DEFAULT 0,
    is_sent boolean NOT NULL DEFAULT false, problem text
  );
  CREATE INDEX outbox_due ON outbox (due_at, key) WHERE NOT is_sent;

  CREATE TABLE request (
    member_id ${id} NOT NULL, key ${id} NOT NULL, hash text NOT NULL, answer text NOT NULL, at bigint NOT NULL,
    PRIMARY KEY (member_id, key)
  );
  CREATE INDEX request_at ON request (at);`

const second = secondTables({
  id,
  text: 'text',
  instant: 'bigint',
  boolean: 'boolean',
  no: 'false',
  counter: 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
  end: '',
})

const third = 'CREATE TABLE zoom_away (one integer PRIMARY KEY CHECK (one = 1), since_at bigint NOT NULL)'

/** Each step brings a database one version further; the first makes it. A step that was released is never changed. */
export const postgresMigrations: readonly string[] = [first, second, third, fourthTables({ id, end: '' })]
