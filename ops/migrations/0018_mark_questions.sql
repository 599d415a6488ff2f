-- Up Migration

-- A guardian's question about one mark: of a lesson, or of a term, the year, an exam. asked_value and closed_value: the mark as it stood then. marked_by: who had
-- set it when it was asked about. due_on: the day by which a teacher answers; the first answer stops the clock. An open question of a mark is one.
CREATE TABLE mark_question (
  school_id      uuid NOT NULL REFERENCES school,
  id             uuid NOT NULL,
  pupil_id       uuid NOT NULL,
  journal_id     uuid NOT NULL,
  mark_id        uuid,
  term_mark_id   uuid,
  asked_value    text NOT NULL,
  marked_by      uuid NOT NULL,
  asked_by       uuid NOT NULL,
  asked_at       timestamptz NOT NULL,
  asked_on       date NOT NULL,
  due_on         date NOT NULL,
  last_seq       integer NOT NULL DEFAULT 0,
  answered_by    uuid,
  answered_at    timestamptz,
  answered_on    date,
  closed_by      uuid,
  closed_at      timestamptz,
  outcome        text CHECK (outcome IN ('EXPLAINED', 'CORRECTED', 'STAYS', 'WITHDRAWN')),
  closed_value   text,
  version        integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, mark_id) REFERENCES mark,
  FOREIGN KEY (school_id, term_mark_id) REFERENCES term_mark,
  FOREIGN KEY (school_id, marked_by) REFERENCES person,
  FOREIGN KEY (school_id, asked_by) REFERENCES person,
  FOREIGN KEY (school_id, answered_by) REFERENCES person,
  FOREIGN KEY (school_id, closed_by) REFERENCES person,
  CHECK (num_nonnulls(mark_id, term_mark_id) = 1),
  CHECK (due_on > asked_on),
  CHECK (num_nonnulls(answered_by, answered_at, answered_on) IN (0, 3)),
  CHECK (num_nonnulls(closed_by, closed_at, outcome) IN (0, 3)),
  CHECK (closed_value IS NULL OR closed_at IS NOT NULL)
);
CREATE UNIQUE INDEX open_question_of_mark ON mark_question (school_id, mark_id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX open_question_of_term_mark ON mark_question (school_id, term_mark_id) WHERE closed_at IS NULL;
CREATE INDEX mark_question_by_pupil ON mark_question (school_id, pupil_id, id);
CREATE INDEX mark_question_by_journal ON mark_question (school_id, journal_id);
CREATE INDEX mark_question_by_marker ON mark_question (school_id, marked_by);
CREATE INDEX mark_question_by_asker ON mark_question (school_id, asked_by, asked_on);
CREATE INDEX mark_question_waiting ON mark_question (school_id, due_on, id) WHERE answered_at IS NULL AND closed_at IS NULL;

-- The thread, in the order of its numbers. side: whether its author wrote as family or as a teacher.
CREATE TABLE mark_question_text (
  school_id    uuid NOT NULL,
  question_id  uuid NOT NULL,
  seq          integer NOT NULL CHECK (seq > 0),
  author_id    uuid NOT NULL,
  side         text NOT NULL CHECK (side IN ('STAFF', 'FAMILY')),
  text         text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  written_at   timestamptz NOT NULL,
  PRIMARY KEY (school_id, question_id, seq),
  FOREIGN KEY (school_id, question_id) REFERENCES mark_question,
  FOREIGN KEY (school_id, author_id) REFERENCES person
);
CREATE INDEX mark_question_text_by_author ON mark_question_text (school_id, author_id, written_at);

GRANT SELECT, INSERT ON mark_question, mark_question_text TO journal_app;
GRANT UPDATE (last_seq, answered_by, answered_at, answered_on, closed_by, closed_at, outcome, closed_value, version) ON mark_question TO journal_app;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['mark_question', 'mark_question_text'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = NULLIF(current_setting(''app.school_id'', true), '''')::uuid)', t);
  END LOOP;
END $$;

-- Down Migration
DROP TABLE mark_question_text, mark_question;
