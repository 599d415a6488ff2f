-- Up Migration

CREATE TABLE school_class (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  academic_year_id  uuid NOT NULL,
  grade             smallint NOT NULL CHECK (grade BETWEEN 1 AND 11),
  label             text NOT NULL CHECK (length(label) BETWEEN 1 AND 15),
  term_kind         text NOT NULL CHECK (term_kind IN ('QUARTER', 'HALF_YEAR', 'TRIMESTER')),
  week_days         smallint NOT NULL DEFAULT 5 CHECK (week_days IN (5, 6)),
  bell_schedule_id  uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, academic_year_id, label),
  FOREIGN KEY (school_id, academic_year_id) REFERENCES academic_year,
  FOREIGN KEY (school_id, bell_schedule_id) REFERENCES bell_schedule
);

-- valid_to is the last day in the class; a pupil is in one class at a time.
CREATE TABLE enrolment (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  pupil_id          uuid NOT NULL,
  class_id          uuid NOT NULL,
  valid_from        date NOT NULL,
  valid_to          date,
  order_number      text,
  order_date        date,
  end_kind          text CHECK (end_kind IN ('TRANSFER', 'LEFT', 'PROMOTED', 'GRADUATED')),
  end_order_number  text,
  end_order_date    date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  CHECK (valid_from <= valid_to),
  CHECK (end_kind IS NULL OR valid_to IS NOT NULL),
  EXCLUDE USING gist (school_id WITH =, pupil_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX enrolment_by_class ON enrolment (school_id, class_id, valid_from);
CREATE INDEX enrolment_by_pupil ON enrolment (school_id, pupil_id, valid_from);

CREATE TABLE class_teacher (
  school_id   uuid NOT NULL,
  id          uuid NOT NULL,
  class_id    uuid NOT NULL,
  staff_id    uuid NOT NULL,
  valid_from  date NOT NULL,
  valid_to    date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  FOREIGN KEY (school_id, staff_id) REFERENCES staff,
  CHECK (valid_from <= valid_to),
  EXCLUDE USING gist (school_id WITH =, class_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX class_teacher_by_staff ON class_teacher (school_id, staff_id);

-- Part of a class (English, group 1) or pupils of several classes (an elective).
CREATE TABLE study_group (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  academic_year_id  uuid NOT NULL,
  name              text NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, academic_year_id) REFERENCES academic_year
);
CREATE INDEX study_group_by_year ON study_group (school_id, academic_year_id);

CREATE TABLE study_group_class (
  school_id  uuid NOT NULL,
  group_id   uuid NOT NULL,
  class_id   uuid NOT NULL,
  PRIMARY KEY (school_id, group_id, class_id),
  FOREIGN KEY (school_id, group_id) REFERENCES study_group,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class
);
CREATE INDEX study_group_class_by_class ON study_group_class (school_id, class_id);

CREATE TABLE group_membership (
  school_id   uuid NOT NULL,
  id          uuid NOT NULL,
  group_id    uuid NOT NULL,
  pupil_id    uuid NOT NULL,
  valid_from  date NOT NULL,
  valid_to    date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, group_id) REFERENCES study_group,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  CHECK (valid_from <= valid_to),
  EXCLUDE USING gist (school_id WITH =, group_id WITH =, pupil_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX group_membership_by_group ON group_membership (school_id, group_id);
CREATE INDEX group_membership_by_pupil ON group_membership (school_id, pupil_id);

-- Down Migration
DROP TABLE group_membership, study_group_class, study_group, class_teacher, enrolment, school_class;
