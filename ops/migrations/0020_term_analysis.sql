-- Up Migration

-- The class teacher's analysis of a term or (term_id null) of the year [3.3.2]. figures: as they were when it was saved, and for ever once it is signed.
CREATE TABLE term_analysis (
  school_id    uuid NOT NULL REFERENCES school,
  id           uuid NOT NULL,
  class_id     uuid NOT NULL,
  term_id      uuid,
  status       text NOT NULL CHECK (status IN ('DRAFT', 'SIGNED')),
  version      integer NOT NULL DEFAULT 1,
  figures      jsonb NOT NULL,
  conclusions  text NOT NULL CHECK (length(conclusions) <= 4000),
  causes       text NOT NULL CHECK (length(causes) <= 4000),
  measures     text NOT NULL CHECK (length(measures) <= 4000),
  saved_at     timestamptz NOT NULL,
  saved_by     uuid NOT NULL,
  signed_at    timestamptz,
  signed_by    uuid,
  PRIMARY KEY (school_id, id),
  UNIQUE NULLS NOT DISTINCT (school_id, class_id, term_id),
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  FOREIGN KEY (school_id, term_id) REFERENCES term,
  FOREIGN KEY (school_id, saved_by) REFERENCES person,
  FOREIGN KEY (school_id, signed_by) REFERENCES person,
  CHECK (num_nonnulls(signed_at, signed_by) = CASE status WHEN 'SIGNED' THEN 2 ELSE 0 END)
);

GRANT SELECT, INSERT ON term_analysis TO journal_app;
GRANT UPDATE (status, version, figures, conclusions, causes, measures, saved_at, saved_by, signed_at, signed_by) ON term_analysis TO journal_app;
ALTER TABLE term_analysis ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_school ON term_analysis USING (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid);

-- Down Migration
DROP TABLE term_analysis;
