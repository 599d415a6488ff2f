-- Up Migration

-- A closed term: for the whole school, one class or one journal. A lock that was lifted keeps its row: its version goes on.
ALTER TABLE term_lock
  ADD COLUMN lifted_at timestamptz,
  ADD COLUMN lifted_by uuid,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD FOREIGN KEY (school_id, lifted_by) REFERENCES person,
  ADD CHECK (lifted_by IS NULL OR lifted_at IS NOT NULL);

-- The deputy's leave to write in a closed term for a time: in the whole school, one class or one journal. It opens the locks that were there
-- when it was given; one put later closes again. Ended early it keeps its row.
CREATE TABLE term_opening (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  class_id      uuid,
  journal_id    uuid,
  opened_at     timestamptz NOT NULL,
  opened_by     uuid,
  opened_until  timestamptz NOT NULL,
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  ended_at      timestamptz,
  ended_by      uuid,
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, term_id) REFERENCES term,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, opened_by) REFERENCES person,
  FOREIGN KEY (school_id, ended_by) REFERENCES person,
  CHECK (num_nonnulls(class_id, journal_id) <= 1),
  CHECK (opened_at < opened_until),
  CHECK (num_nonnulls(ended_at, ended_by) IN (0, 2))
);
CREATE INDEX term_opening_by_term ON term_opening (school_id, term_id, opened_until);

INSERT INTO term_opening (school_id, id, term_id, class_id, journal_id, opened_at, opened_by, opened_until, reason)
SELECT school_id, gen_random_uuid(), term_id, class_id, journal_id, locked_at, NULL, opened_until, left(open_reason, 1000)
FROM term_lock WHERE opened_until > locked_at AND open_reason <> '';
ALTER TABLE term_lock DROP COLUMN opened_until, DROP COLUMN open_reason;

-- A teacher asks for it: what is to be corrected and why. outcome null: it waits for the deputy.
CREATE TABLE opening_request (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  journal_id    uuid NOT NULL,
  lesson_id     uuid,
  pupil_id      uuid,
  correction    text NOT NULL CHECK (length(correction) BETWEEN 1 AND 500),
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  requested_by  uuid NOT NULL,
  requested_at  timestamptz NOT NULL,
  outcome       text CHECK (outcome IN ('GRANTED', 'REFUSED', 'WITHDRAWN')),
  answer        text CHECK (length(answer) BETWEEN 1 AND 500),
  answered_by   uuid,
  answered_at   timestamptz,
  opening_id    uuid,
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, term_id) REFERENCES term,
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  FOREIGN KEY (school_id, requested_by) REFERENCES person,
  FOREIGN KEY (school_id, answered_by) REFERENCES person,
  FOREIGN KEY (school_id, opening_id) REFERENCES term_opening,
  CHECK (num_nonnulls(outcome, answered_by, answered_at) IN (0, 3)),
  CHECK ((outcome IS NOT DISTINCT FROM 'GRANTED') = (opening_id IS NOT NULL)),
  CHECK (outcome IS DISTINCT FROM 'REFUSED' OR answer IS NOT NULL)
);
CREATE UNIQUE INDEX opening_request_waits_once ON opening_request (school_id, journal_id, term_id, requested_by) WHERE outcome IS NULL;
CREATE INDEX opening_request_waiting ON opening_request (school_id, requested_at, id) WHERE outcome IS NULL;
CREATE INDEX opening_request_answered ON opening_request (school_id, answered_at, id) WHERE outcome IS NOT NULL;
CREATE INDEX opening_request_by_journal ON opening_request (school_id, journal_id, term_id, requested_at);
CREATE INDEX opening_request_by_person ON opening_request (school_id, requested_by, requested_at, id);

-- By which opening of a closed term a thing was written as it stands; null: in time.
ALTER TABLE lesson ADD COLUMN opening_id uuid, ADD FOREIGN KEY (school_id, opening_id) REFERENCES term_opening;
ALTER TABLE mark ADD COLUMN opening_id uuid, ADD FOREIGN KEY (school_id, opening_id) REFERENCES term_opening;
ALTER TABLE attendance ADD COLUMN opening_id uuid, ADD FOREIGN KEY (school_id, opening_id) REFERENCES term_opening;
ALTER TABLE homework ADD COLUMN opening_id uuid, ADD FOREIGN KEY (school_id, opening_id) REFERENCES term_opening;
ALTER TABLE term_mark ADD COLUMN opening_id uuid, ADD FOREIGN KEY (school_id, opening_id) REFERENCES term_opening;
CREATE INDEX mark_written_late ON mark (school_id, journal_id, lesson_date) WHERE opening_id IS NOT NULL;
CREATE INDEX attendance_written_late ON attendance (school_id, journal_id, lesson_date) WHERE opening_id IS NOT NULL;
CREATE INDEX homework_written_late ON homework (school_id, journal_id) WHERE opening_id IS NOT NULL;
CREATE INDEX term_mark_written_late ON term_mark (school_id, journal_id) WHERE opening_id IS NOT NULL;

-- The same of every change: the hash of the chain covers it where it is there (api/src/kernel/history.ts).
ALTER TABLE history ADD COLUMN opening_id uuid, ADD FOREIGN KEY (school_id, opening_id) REFERENCES term_opening;
CREATE INDEX history_written_late ON history (school_id, seq) WHERE opening_id IS NOT NULL;
CREATE INDEX history_by_opening ON history (school_id, opening_id, seq) WHERE opening_id IS NOT NULL;

GRANT SELECT, INSERT ON term_opening, opening_request TO journal_app;
GRANT INSERT, UPDATE (locked_at, locked_by, lifted_at, lifted_by, version) ON term_lock TO journal_app;
GRANT UPDATE (ended_at, ended_by, version) ON term_opening TO journal_app;
GRANT UPDATE (outcome, answer, answered_by, answered_at, opening_id, version) ON opening_request TO journal_app;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['term_opening', 'opening_request'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = NULLIF(current_setting(''app.school_id'', true), '''')::uuid)', t);
  END LOOP;
END $$;

-- Down Migration
REVOKE INSERT, UPDATE (locked_at, locked_by, lifted_at, lifted_by, version) ON term_lock FROM journal_app;
ALTER TABLE history DROP COLUMN opening_id;
ALTER TABLE term_mark DROP COLUMN opening_id;
ALTER TABLE homework DROP COLUMN opening_id;
ALTER TABLE attendance DROP COLUMN opening_id;
ALTER TABLE mark DROP COLUMN opening_id;
ALTER TABLE lesson DROP COLUMN opening_id;
DROP TABLE opening_request;
DELETE FROM term_lock WHERE lifted_at IS NOT NULL;
ALTER TABLE term_lock ADD COLUMN opened_until timestamptz, ADD COLUMN open_reason text;
UPDATE term_lock SET opened_until = opening.opened_until, open_reason = opening.reason
FROM term_opening AS opening
WHERE opening.school_id = term_lock.school_id AND opening.term_id = term_lock.term_id AND opening.ended_at IS NULL
  AND opening.class_id IS NOT DISTINCT FROM term_lock.class_id AND opening.journal_id IS NOT DISTINCT FROM term_lock.journal_id;
ALTER TABLE term_lock ADD CHECK (opened_until IS NULL OR open_reason IS NOT NULL),
  DROP COLUMN lifted_at, DROP COLUMN lifted_by, DROP COLUMN version;
DROP TABLE term_opening;
