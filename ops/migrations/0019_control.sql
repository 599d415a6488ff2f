-- Up Migration

-- The day on which a pupil who was absent at a control work writes it after all. lesson_id and journal_id repeat the column's. The result is a mark of that same
-- column; until then the pupil owes it. A cancelled one stays: its version goes on.
CREATE TABLE resit (
  school_id      uuid NOT NULL,
  id             uuid NOT NULL,
  assessment_id  uuid NOT NULL,
  lesson_id      uuid NOT NULL,
  journal_id     uuid NOT NULL,
  pupil_id       uuid NOT NULL,
  planned_on     date NOT NULL,
  state          text NOT NULL CHECK (state IN ('PLANNED', 'CANCELLED')),
  note           text CHECK (length(note) <= 500),
  version        integer NOT NULL DEFAULT 1,
  set_at         timestamptz NOT NULL,
  set_by         uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, assessment_id, pupil_id),
  FOREIGN KEY (school_id, assessment_id, lesson_id) REFERENCES assessment (school_id, id, lesson_id),
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil
);
CREATE INDEX resit_by_pupil ON resit (school_id, pupil_id, planned_on);
CREATE INDEX resit_by_journal ON resit (school_id, journal_id, planned_on);

-- Control works alone: the to-do list and the control board read no other columns.
CREATE INDEX assessment_mandatory ON assessment (school_id, lesson_id) WHERE mandatory;

GRANT SELECT, INSERT ON resit TO journal_app;
GRANT UPDATE (planned_on, state, note, version, set_at, set_by) ON resit TO journal_app;
ALTER TABLE resit ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_school ON resit USING (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid);

-- Down Migration
DROP INDEX assessment_mandatory;
DROP TABLE resit;
