-- Up Migration

-- starts_at and ends_at are the bells of that day, kept with the lesson: later bells do not rewrite the past.
CREATE TABLE lesson (
  school_id      uuid NOT NULL,
  id             uuid NOT NULL,
  journal_id     uuid NOT NULL,
  date           date NOT NULL,
  slot           smallint NOT NULL CHECK (slot BETWEEN 0 AND 14),
  starts_at      time,
  ends_at        time,
  status         text NOT NULL DEFAULT 'PLANNED' CHECK (status IN ('PLANNED', 'HELD', 'CANCELLED', 'MISSED')),
  teacher_id     uuid NOT NULL,
  taught_by      uuid,
  room           text,
  topic          text,
  plan_topic_id  uuid,
  recorded_at    timestamptz,
  recorded_by    uuid,
  version        integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, journal_id, date, slot),
  UNIQUE (school_id, id, journal_id, date),
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, teacher_id) REFERENCES staff,
  FOREIGN KEY (school_id, taught_by) REFERENCES staff,
  FOREIGN KEY (school_id, plan_topic_id) REFERENCES plan_topic,
  CHECK (status <> 'HELD' OR (topic IS NOT NULL AND taught_by IS NOT NULL AND recorded_at IS NOT NULL))
);
CREATE INDEX lesson_by_teacher ON lesson (school_id, teacher_id, date);
CREATE INDEX lesson_by_date ON lesson (school_id, date);

-- For one date: another teacher, another subject, a merged group or a cancelled lesson.
CREATE TABLE substitution (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  lesson_id     uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('TEACHER', 'SUBJECT', 'MERGED', 'CANCELLED')),
  staff_id      uuid,
  reason        text NOT NULL,
  order_number  text,
  order_date    date,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, lesson_id),
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson,
  FOREIGN KEY (school_id, staff_id) REFERENCES staff,
  CHECK ((kind = 'CANCELLED') = (staff_id IS NULL))
);
CREATE INDEX substitution_by_staff ON substitution (school_id, staff_id);

-- A column of marks under a lesson. Column 1 is made by the first mark typed under a lesson.
CREATE TABLE assessment (
  school_id   uuid NOT NULL,
  id          uuid NOT NULL,
  lesson_id   uuid NOT NULL,
  number      smallint NOT NULL CHECK (number BETWEEN 1 AND 9),
  kind        text NOT NULL CHECK (kind IN ('ORAL', 'CLASSWORK', 'INDEPENDENT', 'CONTROL', 'PRACTICAL', 'LABORATORY', 'DICTATION',
                'ESSAY', 'EXPOSITION', 'HOMEWORK', 'PROJECT', 'TEST', 'OTHER')),
  weight      numeric(4, 2) NOT NULL DEFAULT 1 CHECK (weight > 0),
  title       text,
  mandatory   boolean NOT NULL DEFAULT false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, lesson_id, number),
  UNIQUE (school_id, id, lesson_id),
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson
);

-- journal_id and lesson_date repeat the lesson's, held equal by the foreign key: the grid and the diary read one index each.
-- attempt 2 is a retake, shown 2/4. A cleared mark has neither grade nor passed: its version goes on.
CREATE TABLE mark (
  school_id      uuid NOT NULL,
  id             uuid NOT NULL,
  assessment_id  uuid NOT NULL,
  lesson_id      uuid NOT NULL,
  journal_id     uuid NOT NULL,
  lesson_date    date NOT NULL,
  pupil_id       uuid NOT NULL,
  attempt        smallint NOT NULL DEFAULT 1 CHECK (attempt BETWEEN 1 AND 9),
  grade          smallint CHECK (grade BETWEEN 1 AND 5),
  passed         boolean,
  comment        text CHECK (length(comment) <= 500),
  version        integer NOT NULL DEFAULT 1,
  set_at         timestamptz NOT NULL,
  set_by         uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, assessment_id, pupil_id, attempt),
  FOREIGN KEY (school_id, assessment_id, lesson_id) REFERENCES assessment (school_id, id, lesson_id),
  FOREIGN KEY (school_id, lesson_id, journal_id, lesson_date) REFERENCES lesson (school_id, id, journal_id, date),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  CHECK (num_nonnulls(grade, passed) <= 1)
);
CREATE INDEX mark_by_journal ON mark (school_id, journal_id, lesson_date);
CREATE INDEX mark_by_pupil ON mark (school_id, pupil_id, lesson_date);
CREATE INDEX mark_by_lesson ON mark (school_id, lesson_id);

-- Only the exceptions: a pupil without a row was there. A withdrawn absence has kind null: its version goes on.
CREATE TABLE attendance (
  school_id      uuid NOT NULL,
  id             uuid NOT NULL,
  lesson_id      uuid NOT NULL,
  journal_id     uuid NOT NULL,
  lesson_date    date NOT NULL,
  pupil_id       uuid NOT NULL,
  kind           text CHECK (kind IN ('ABSENT', 'SICK', 'EXCUSED', 'LATE', 'RELEASED')),
  minutes_late   smallint CHECK (minutes_late BETWEEN 1 AND 90),
  reason         text CHECK (length(reason) <= 500),
  document       text CHECK (length(document) <= 200),
  version        integer NOT NULL DEFAULT 1,
  set_at         timestamptz NOT NULL,
  set_by         uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, lesson_id, pupil_id),
  FOREIGN KEY (school_id, lesson_id, journal_id, lesson_date) REFERENCES lesson (school_id, id, journal_id, date),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  CHECK (minutes_late IS NULL OR kind = 'LATE')
);
CREATE INDEX attendance_by_journal ON attendance (school_id, journal_id, lesson_date);
CREATE INDEX attendance_by_pupil ON attendance (school_id, pupil_id, lesson_date);

-- Given on a lesson, due at a later date (by default the journal's next lesson).
CREATE TABLE homework (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  lesson_id         uuid NOT NULL,
  journal_id        uuid NOT NULL,
  text              text NOT NULL CHECK (length(text) <= 4000),
  due_on            date,
  expected_minutes  smallint CHECK (expected_minutes BETWEEN 1 AND 300),
  version           integer NOT NULL DEFAULT 1,
  set_at            timestamptz NOT NULL,
  set_by            uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, lesson_id),
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson,
  FOREIGN KEY (school_id, journal_id) REFERENCES journal
);
CREATE INDEX homework_by_journal_due ON homework (school_id, journal_id, due_on);

CREATE TABLE term_mark (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  journal_id        uuid NOT NULL,
  pupil_id          uuid NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('TERM', 'YEAR', 'EXAM', 'FINAL')),
  term_id           uuid,
  grade             smallint CHECK (grade BETWEEN 1 AND 5),
  passed            boolean,
  special           text CHECK (special IN ('NOT_ASSESSED', 'RELEASED')),
  suggested         smallint CHECK (suggested BETWEEN 1 AND 5),
  reason            text CHECK (length(reason) <= 500),
  version           integer NOT NULL DEFAULT 1,
  set_at            timestamptz NOT NULL,
  set_by            uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE NULLS NOT DISTINCT (school_id, journal_id, pupil_id, kind, term_id),
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  FOREIGN KEY (school_id, term_id) REFERENCES term,
  CHECK ((kind = 'TERM') = (term_id IS NOT NULL)),
  CHECK (num_nonnulls(grade, passed, special) <= 1)
);
CREATE INDEX term_mark_by_pupil ON term_mark (school_id, pupil_id);

-- Down Migration
DROP TABLE term_mark, homework, attendance, mark, assessment, substitution, lesson;
