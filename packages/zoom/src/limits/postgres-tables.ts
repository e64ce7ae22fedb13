/**
 * As in the SQLite form: `zoom_limit_open` holds a row for each place of a call on its way. Once its lease is over it counts as an
 * ended one, so that a process that died gives its places back. `zoom_limit_taken` holds how many places of ended calls end when.
 *
 * The functions are what has to be one step. Each begins by writing the only row of `zoom_limit_ticket`, which the next one waits for.
 * The statements after that see what the one before has committed: a single statement would count what was there when it began to wait.
 */
export const limitTables = `
  CREATE TABLE IF NOT EXISTS zoom_limit_bucket (
    name text PRIMARY KEY, blocked_until double precision NOT NULL, slowed_to double precision NOT NULL,
    slowed_at double precision NOT NULL
  );
  CREATE TABLE IF NOT EXISTS zoom_limit_open (
    ticket bigint NOT NULL, need integer NOT NULL, bucket text NOT NULL, lease_until double precision NOT NULL,
    ends_at double precision NOT NULL, PRIMARY KEY (ticket, need)
  );
  CREATE INDEX IF NOT EXISTS zoom_limit_open_bucket ON zoom_limit_open (bucket);
  CREATE TABLE IF NOT EXISTS zoom_limit_taken (
    bucket text NOT NULL, ends_at double precision NOT NULL, count integer NOT NULL, PRIMARY KEY (bucket, ends_at)
  );
  CREATE TABLE IF NOT EXISTS zoom_limit_ticket (one integer PRIMARY KEY CHECK (one = 1), last bigint NOT NULL);
  INSERT INTO zoom_limit_ticket VALUES (1, 0) ON CONFLICT DO NOTHING;

  CREATE OR REPLACE FUNCTION zoom_limit_lock() RETURNS bigint LANGUAGE sql AS $fn$
    UPDATE zoom_limit_ticket SET last = last + 1 RETURNING last
  $fn$;

  CREATE OR REPLACE FUNCTION zoom_limit_used(of_bucket text, since double precision) RETURNS bigint LANGUAGE sql STABLE AS $fn$
    SELECT (SELECT count(*) FROM zoom_limit_open WHERE bucket = of_bucket AND greatest(lease_until, ends_at) > since)
      + (SELECT coalesce(sum(count), 0) FROM zoom_limit_taken WHERE bucket = of_bucket AND ends_at > since)
  $fn$;

  CREATE OR REPLACE FUNCTION zoom_limit_take(
    buckets text[], limits integer[], ends double precision[], lease double precision, since double precision,
    forget_until double precision
  ) RETURNS bigint LANGUAGE plpgsql AS $fn$
  DECLARE id bigint := zoom_limit_lock();
  BEGIN
    DELETE FROM zoom_limit_taken WHERE ends_at <= forget_until;
    DELETE FROM zoom_limit_open WHERE greatest(lease_until, ends_at) <= forget_until;
    IF EXISTS (SELECT FROM unnest(buckets, limits) AS n (bucket, most) WHERE zoom_limit_used(n.bucket, since) >= n.most) THEN
      RETURN NULL;
    END IF;
    INSERT INTO zoom_limit_open (ticket, need, bucket, lease_until, ends_at)
      SELECT id, n.need, n.bucket, lease, n.at FROM unnest(buckets, ends) WITH ORDINALITY AS n (bucket, at, need);
    RETURN id;
  END $fn$;

  CREATE OR REPLACE FUNCTION zoom_limit_end(id bigint, ends double precision[]) RETURNS void LANGUAGE plpgsql AS $fn$
  BEGIN
    PERFORM zoom_limit_lock();
    WITH gone AS (DELETE FROM zoom_limit_open WHERE ticket = id RETURNING bucket, need)
    INSERT INTO zoom_limit_taken AS taken (bucket, ends_at, count)
      SELECT gone.bucket, ends[gone.need], count(*) FROM gone WHERE ends[gone.need] IS NOT NULL GROUP BY 1, 2
      ON CONFLICT (bucket, ends_at) DO UPDATE SET count = taken.count + excluded.count;
  END $fn$;

  CREATE OR REPLACE FUNCTION zoom_limit_raise(
    of_bucket text, at_least integer, until double precision, since double precision
  ) RETURNS void LANGUAGE plpgsql AS $fn$
  DECLARE missing integer;
  BEGIN
    PERFORM zoom_limit_lock();
    missing := at_least - zoom_limit_used(of_bucket, since);
    IF missing > 0 THEN
      INSERT INTO zoom_limit_taken AS taken (bucket, ends_at, count) VALUES (of_bucket, until, missing)
        ON CONFLICT (bucket, ends_at) DO UPDATE SET count = taken.count + excluded.count;
    END IF;
  END $fn$;

  CREATE OR REPLACE FUNCTION zoom_limit_merge(old_name text, new_name text) RETURNS void LANGUAGE plpgsql AS $fn$
  BEGIN
    PERFORM zoom_limit_lock();
    WITH gone AS (DELETE FROM zoom_limit_taken WHERE bucket = old_name RETURNING ends_at, count)
    INSERT INTO zoom_limit_taken AS taken (bucket, ends_at, count) SELECT new_name, gone.ends_at, gone.count FROM gone
      ON CONFLICT (bucket, ends_at) DO UPDATE SET count = taken.count + excluded.count;
    UPDATE zoom_limit_open SET bucket = new_name WHERE bucket = old_name;
    INSERT INTO zoom_limit_bucket AS kept SELECT new_name, blocked_until, 1, 0 FROM zoom_limit_bucket WHERE name = old_name
      ON CONFLICT (name) DO UPDATE SET blocked_until = greatest(kept.blocked_until, excluded.blocked_until);
  END $fn$;`
