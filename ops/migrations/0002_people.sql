-- Up Migration

CREATE TABLE person (
  school_id   uuid NOT NULL REFERENCES school,
  id          uuid NOT NULL,
  surname     text NOT NULL CHECK (surname <> ''),
  given_name  text NOT NULL CHECK (given_name <> ''),
  patronymic  text,
  sex         text CHECK (sex IN ('MALE', 'FEMALE')),
  born_on     date,
  email       text,
  phone       text,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX person_by_name ON person (school_id, surname COLLATE "ru-x-icu", given_name COLLATE "ru-x-icu", id);

-- A pupil, a guardian and a member of staff are people: the same id in each table; one person may be several of them.
CREATE TABLE pupil (
  school_id    uuid NOT NULL,
  id           uuid NOT NULL,
  file_number  text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES person
);

CREATE TABLE guardian (
  school_id  uuid NOT NULL,
  id         uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES person
);

CREATE TABLE staff (
  school_id   uuid NOT NULL,
  id          uuid NOT NULL,
  position    text NOT NULL,
  hired_on    date NOT NULL,
  left_on     date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES person,
  CHECK (left_on >= hired_on)
);

-- Roles are held from..to, several at once. "Class teacher" is held over a class: see class_teacher.
CREATE TABLE staff_role (
  school_id   uuid NOT NULL,
  id          uuid NOT NULL,
  staff_id    uuid NOT NULL,
  role        text NOT NULL CHECK (role IN ('DIRECTOR', 'DEPUTY', 'ADMINISTRATOR', 'TEACHER', 'SPECIALIST')),
  valid_from  date NOT NULL,
  valid_to    date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, staff_id) REFERENCES staff,
  CHECK (valid_from <= valid_to),
  EXCLUDE USING gist (school_id WITH =, staff_id WITH =, role WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);

CREATE TABLE guardianship (
  school_id    uuid NOT NULL,
  id           uuid NOT NULL,
  guardian_id  uuid NOT NULL,
  pupil_id     uuid NOT NULL,
  relation     text NOT NULL CHECK (relation IN ('MOTHER', 'FATHER', 'OTHER')),
  valid_from   date NOT NULL,
  valid_to     date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, guardian_id) REFERENCES guardian,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  CHECK (guardian_id <> pupil_id),
  CHECK (valid_from <= valid_to),
  EXCLUDE USING gist (school_id WITH =, guardian_id WITH =, pupil_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX guardianship_by_guardian ON guardianship (school_id, guardian_id);
CREATE INDEX guardianship_by_pupil ON guardianship (school_id, pupil_id);

-- Down Migration
DROP TABLE guardianship, staff_role, staff, guardian, pupil, person;
