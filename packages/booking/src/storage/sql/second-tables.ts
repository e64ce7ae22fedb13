/** How an engine writes the types of columns. */
export interface ColumnTypes {
  /** A text that sorts by its bytes. */
  readonly id: string
  readonly text: string
  readonly instant: string
  readonly boolean: string
  /** The column default. */
  readonly no: string
  /** A key that counts up by itself. */
  readonly counter: string
  /** What stands after the columns of a table. */
  readonly end: string
}

/** The second step of both engines: who is signed in, what became of bookings at Zoom, and what pages and people hear of it. */
export function secondTables({ id, text, instant, boolean, no, counter, end }: ColumnTypes): string {
  return `
  CREATE TABLE session (
    token_hash ${id} PRIMARY KEY, member_id ${id} NOT NULL REFERENCES member (id), way ${text} NOT NULL,
    created_at ${instant} NOT NULL, expires_at ${instant} NOT NULL, seen_at ${instant} NOT NULL
  )${end};
  CREATE INDEX session_member ON session (member_id);
  CREATE INDEX session_expires ON session (expires_at);

  CREATE TABLE sign_in_token (
    token_hash ${id} PRIMARY KEY, kind ${text} NOT NULL, data ${text} NOT NULL, created_at ${instant} NOT NULL,
    expires_at ${instant} NOT NULL
  )${end};
  CREATE INDEX sign_in_token_expires ON sign_in_token (expires_at);

  CREATE TABLE api_key (
    id ${id} PRIMARY KEY, token_hash ${id} NOT NULL UNIQUE, member_id ${id} NOT NULL REFERENCES member (id),
    name ${text} NOT NULL, scopes ${text} NOT NULL, created_at ${instant} NOT NULL, expires_at ${instant},
    last_used_at ${instant}
  )${end};
  CREATE INDEX api_key_member ON api_key (member_id);

  CREATE TABLE tries (key ${id} PRIMARY KEY, times ${instant} NOT NULL, ends_at ${instant} NOT NULL)${end};
  CREATE INDEX tries_end ON tries (ends_at);

  CREATE TABLE news (
    id ${counter}, at ${instant} NOT NULL, kind ${text} NOT NULL, booking_id ${text}, member_id ${text}, host_id ${text}
  )${end};
  CREATE INDEX news_at ON news (at, id);

  CREATE TABLE mail (
    id ${id} PRIMARY KEY, at ${instant} NOT NULL, address ${text} NOT NULL, subject ${text} NOT NULL, body ${text} NOT NULL,
    attachments ${text} NOT NULL
  )${end};
  CREATE INDEX mail_at ON mail (at, id);

  CREATE TABLE drift (
    booking_id ${id} PRIMARY KEY REFERENCES booking (id), what ${text} NOT NULL, fields ${text} NOT NULL,
    candidates ${text} NOT NULL, seen_at ${instant} NOT NULL
  )${end};

  CREATE TABLE host_state (
    host_id ${id} PRIMARY KEY REFERENCES host (id), seen_at ${instant} NOT NULL, problem ${text}, agenda ${text},
    zoom_id ${text}, foreign_meetings ${instant} NOT NULL
  )${end};

  CREATE TABLE publication (
    booking_id ${id} PRIMARY KEY REFERENCES booking (id), meeting_id ${instant} NOT NULL UNIQUE, join_url ${text} NOT NULL,
    revision ${instant} NOT NULL, at ${instant} NOT NULL
  )${end};

  CREATE TABLE overrun (
    booking_id ${id} PRIMARY KEY REFERENCES booking (id), next_booking_id ${id} NOT NULL REFERENCES booking (id),
    seen_at ${instant} NOT NULL
  )${end};

  ALTER TABLE member ADD COLUMN search_key ${text} NOT NULL DEFAULT '';
  UPDATE member SET search_key = lower(name || ' ' || email);
  CREATE INDEX member_role ON member (role);

  CREATE INDEX booking_state ON booking (state, ends_at);

  ALTER TABLE outbox ADD COLUMN is_failed ${boolean} NOT NULL DEFAULT ${no};
  DROP INDEX outbox_due;
  CREATE INDEX outbox_due ON outbox (due_at, key) WHERE NOT is_sent AND NOT is_failed;`
}
