-- Up Migration
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The tenant. Every table below but the catalogues starts its key with school_id, so the whole schema can be sharded by school.
CREATE TABLE school (
  school_id   uuid PRIMARY KEY,
  short_name  text NOT NULL,
  full_name   text NOT NULL,
  address     text,
  time_zone   text NOT NULL DEFAULT 'Europe/Moscow',
  is_demo     boolean NOT NULL DEFAULT false
);

-- The school's own rules, versioned by date: a past term keeps the rule of its time.
CREATE TABLE school_setting (
  school_id   uuid NOT NULL REFERENCES school,
  name        text NOT NULL,
  valid_from  date NOT NULL,
  value       jsonb NOT NULL,
  PRIMARY KEY (school_id, name, valid_from)
);

CREATE TABLE academic_year (
  school_id   uuid NOT NULL REFERENCES school,
  id          uuid NOT NULL,
  name        text NOT NULL,
  starts_on   date NOT NULL,
  ends_on     date NOT NULL,
  status      text NOT NULL CHECK (status IN ('DRAFT', 'CURRENT', 'CLOSED')),
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  CHECK (starts_on < ends_on)
);
CREATE UNIQUE INDEX one_current_year ON academic_year (school_id) WHERE status = 'CURRENT';

-- Quarters, half-years or trimesters; a class follows one kind (school_class.term_kind).
CREATE TABLE term (
  school_id         uuid NOT NULL,
  id                uuid NOT NULL,
  academic_year_id  uuid NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('QUARTER', 'HALF_YEAR', 'TRIMESTER')),
  number            smallint NOT NULL CHECK (number BETWEEN 1 AND 4),
  starts_on         date NOT NULL,
  ends_on           date NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, academic_year_id, kind, number),
  FOREIGN KEY (school_id, academic_year_id) REFERENCES academic_year,
  CHECK (starts_on <= ends_on),
  EXCLUDE USING gist (school_id WITH =, kind WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);

-- Only the dates that differ from the plain week: holidays (follows_weekday null) and moved days.
CREATE TABLE calendar_exception (
  school_id        uuid NOT NULL REFERENCES school,
  date             date NOT NULL,
  follows_weekday  smallint CHECK (follows_weekday BETWEEN 1 AND 7),
  name             text NOT NULL,
  PRIMARY KEY (school_id, date)
);

CREATE TABLE bell_schedule (
  school_id  uuid NOT NULL REFERENCES school,
  id         uuid NOT NULL,
  name       text NOT NULL,
  shift      smallint NOT NULL DEFAULT 1 CHECK (shift IN (1, 2, 3)),
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name)
);

CREATE TABLE bell_slot (
  school_id         uuid NOT NULL,
  bell_schedule_id  uuid NOT NULL,
  number            smallint NOT NULL CHECK (number BETWEEN 0 AND 14),
  starts_at         time NOT NULL,
  ends_at           time NOT NULL,
  PRIMARY KEY (school_id, bell_schedule_id, number),
  FOREIGN KEY (school_id, bell_schedule_id) REFERENCES bell_schedule,
  CHECK (starts_at < ends_at)
);

-- Down Migration
DROP TABLE bell_slot, bell_schedule, calendar_exception, term, academic_year, school_setting, school;
