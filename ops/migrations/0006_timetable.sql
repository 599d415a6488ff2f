-- Up Migration

CREATE TABLE plan_topic (
  school_id   uuid NOT NULL,
  id          uuid NOT NULL,
  journal_id  uuid NOT NULL,
  number      smallint NOT NULL CHECK (number > 0),
  section     text,
  title       text NOT NULL CHECK (title <> ''),
  hours       smallint NOT NULL DEFAULT 1 CHECK (hours > 0),
  work_kind   text,
  homework    text,
  planned_on  date,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, journal_id, number),
  FOREIGN KEY (school_id, journal_id) REFERENCES journal
);

CREATE TABLE timetable (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  academic_year_id  uuid NOT NULL,
  name              text NOT NULL,
  valid_from        date NOT NULL,
  valid_to          date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, academic_year_id) REFERENCES academic_year,
  CHECK (valid_from <= valid_to)
);
CREATE INDEX timetable_by_year ON timetable (school_id, academic_year_id, valid_from);

CREATE TABLE timetable_entry (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  timetable_id  uuid NOT NULL,
  weekday       smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  slot          smallint NOT NULL CHECK (slot BETWEEN 0 AND 14),
  week_parity   text NOT NULL DEFAULT 'EVERY' CHECK (week_parity IN ('EVERY', 'ODD', 'EVEN')),
  journal_id    uuid NOT NULL,
  staff_id      uuid NOT NULL,
  room          text,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, timetable_id, weekday, slot, week_parity, journal_id),
  FOREIGN KEY (school_id, timetable_id) REFERENCES timetable,
  FOREIGN KEY (school_id, journal_id) REFERENCES journal,
  FOREIGN KEY (school_id, staff_id) REFERENCES staff
);
CREATE INDEX timetable_entry_by_journal ON timetable_entry (school_id, journal_id);

-- Down Migration
DROP TABLE timetable_entry, timetable, plan_topic;
