-- Up Migration

-- Append-only, one hash chain a school: hash = sha256(prev_hash || seq || at || actor || operation || thing || before || after), see api/src/kernel/history.ts.
CREATE TABLE history (
  school_id     uuid NOT NULL REFERENCES school,
  seq           bigint NOT NULL,
  at            timestamptz NOT NULL,
  actor_id      uuid,
  operation_id  uuid NOT NULL,
  thing         text NOT NULL CHECK (thing IN ('MARK', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'ASSESSMENT', 'TERM_MARK', 'IMPORT', 'ACCESS')),
  thing_id      uuid NOT NULL,
  journal_id    uuid,
  lesson_id     uuid,
  pupil_id      uuid,
  before        jsonb,
  after         jsonb,
  hash          bytea NOT NULL,
  PRIMARY KEY (school_id, seq),
  FOREIGN KEY (school_id, actor_id) REFERENCES person
);
CREATE INDEX history_by_lesson ON history (school_id, lesson_id, seq) WHERE lesson_id IS NOT NULL;
CREATE INDEX history_by_thing ON history (school_id, thing_id, seq);

-- The end of the chain: locked last in a transaction, so that the lock is held for one statement and the commit.
CREATE TABLE history_head (
  school_id  uuid PRIMARY KEY REFERENCES school,
  seq        bigint NOT NULL,
  hash       bytea NOT NULL
);

-- One row an operation of a client: sent again it answers the same and does nothing twice.
CREATE TABLE operation (
  school_id    uuid NOT NULL,
  id           uuid NOT NULL,
  account_id   uuid NOT NULL,
  name         text NOT NULL,
  input_hash   bytea NOT NULL,
  at           timestamptz NOT NULL,
  answer       jsonb,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, account_id) REFERENCES account
);

-- Down Migration
DROP TABLE operation, history_head, history;
