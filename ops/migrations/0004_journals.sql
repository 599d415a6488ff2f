-- Up Migration

-- A catalogue without a school: a reference table when the schema is sharded.
CREATE TABLE subject_area (
  code        text PRIMARY KEY,
  name        text NOT NULL,
  sort_order  smallint NOT NULL
);
INSERT INTO subject_area (code, name, sort_order) VALUES
  ('RUSSIAN', 'Русский язык и литература', 1),
  ('NATIVE', 'Родной язык и родная литература', 2),
  ('FOREIGN', 'Иностранные языки', 3),
  ('MATHEMATICS', 'Математика и информатика', 4),
  ('SOCIAL', 'Общественно-научные предметы', 5),
  ('SCIENCE', 'Естественно-научные предметы', 6),
  ('WORLD', 'Обществознание и естествознание', 7),
  ('ETHICS', 'Основы религиозных культур и светской этики', 8),
  ('ARTS', 'Искусство', 9),
  ('TECHNOLOGY', 'Технология', 10),
  ('PHYSICAL', 'Физическая культура и основы безопасности', 11),
  ('EXTRACURRICULAR', 'Внеурочная деятельность', 12);

CREATE TABLE subject (
  school_id            uuid NOT NULL REFERENCES school,
  id                   uuid NOT NULL,
  name                 text NOT NULL,
  short_name           text NOT NULL,
  subject_area         text NOT NULL REFERENCES subject_area,
  is_foreign_language  boolean NOT NULL DEFAULT false,
  sort_order           smallint NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name)
);

-- The subject page: one subject for one class, group or pupil in one academic year.
CREATE TABLE journal (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  academic_year_id  uuid NOT NULL,
  subject_id        uuid NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('CLASS', 'GROUP', 'HOME', 'INDIVIDUAL_GROUP', 'ELECTIVE', 'EXTRACURRICULAR', 'FAMILY')),
  class_id          uuid,
  group_id          uuid,
  pupil_id          uuid,
  marking_scheme    text NOT NULL CHECK (marking_scheme IN ('FIVE_POINT', 'PASS_FAIL', 'NONE')),
  term_kind         text NOT NULL CHECK (term_kind IN ('QUARTER', 'HALF_YEAR', 'TRIMESTER')),
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, academic_year_id) REFERENCES academic_year,
  FOREIGN KEY (school_id, subject_id) REFERENCES subject,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  FOREIGN KEY (school_id, group_id) REFERENCES study_group,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  CHECK (num_nonnulls(class_id, group_id, pupil_id) = 1),
  CHECK (CASE kind WHEN 'CLASS' THEN class_id IS NOT NULL WHEN 'GROUP' THEN group_id IS NOT NULL
         WHEN 'HOME' THEN pupil_id IS NOT NULL WHEN 'FAMILY' THEN pupil_id IS NOT NULL ELSE pupil_id IS NULL END)
);
CREATE UNIQUE INDEX journal_of_class ON journal (school_id, class_id, subject_id, kind) WHERE class_id IS NOT NULL;
CREATE UNIQUE INDEX journal_of_group ON journal (school_id, group_id, subject_id, kind) WHERE group_id IS NOT NULL;
CREATE UNIQUE INDEX journal_of_pupil ON journal (school_id, academic_year_id, pupil_id, subject_id, kind) WHERE pupil_id IS NOT NULL;
CREATE INDEX journal_by_year ON journal (school_id, academic_year_id, id);
CREATE INDEX journal_by_pupil ON journal (school_id, pupil_id) WHERE pupil_id IS NOT NULL;
CREATE INDEX journal_by_subject ON journal (school_id, subject_id);

-- Who teaches which journal, from..to.
CREATE TABLE teaching_load (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  journal_id    uuid NOT NULL,
  staff_id      uuid NOT NULL,
  weekly_hours  numeric(4, 1) NOT NULL CHECK (weekly_hours > 0),
  valid_from    date NOT NULL,
  valid_to      date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, staff_id) REFERENCES staff,
  CHECK (valid_from <= valid_to),
  EXCLUDE USING gist (school_id WITH =, journal_id WITH =, staff_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX teaching_load_by_staff ON teaching_load (school_id, staff_id);
CREATE INDEX teaching_load_by_journal ON teaching_load (school_id, journal_id);

-- A closed term: for the whole school, one class or one journal; opened again for a time by the deputy.
CREATE TABLE term_lock (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  class_id      uuid,
  journal_id    uuid,
  locked_at     timestamptz NOT NULL,
  locked_by     uuid,
  opened_until  timestamptz,
  open_reason   text,
  PRIMARY KEY (school_id, id),
  UNIQUE NULLS NOT DISTINCT (school_id, term_id, class_id, journal_id),
  FOREIGN KEY (school_id, term_id) REFERENCES term,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  CHECK (num_nonnulls(class_id, journal_id) <= 1),
  CHECK (opened_until IS NULL OR open_reason IS NOT NULL)
);

-- Down Migration
DROP TABLE term_lock, teaching_load, journal, subject, subject_area;
