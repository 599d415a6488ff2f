-- Up Migration

ALTER TABLE history DROP CONSTRAINT history_thing_check, ADD CONSTRAINT history_thing_check
  CHECK (thing IN ('MARK', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'ASSESSMENT', 'TERM_MARK', 'IMPORT', 'ACCESS', 'MESSAGE', 'ANNOUNCEMENT', 'SETTING'));

-- Two people about one child (or about no child) have one thread for ever: pair_key. A group has a title and no key.
CREATE TABLE conversation (
  school_id   uuid NOT NULL REFERENCES school,
  id          uuid NOT NULL,
  pair_key    text,
  title       text CHECK (length(title) BETWEEN 1 AND 100),
  started_by  uuid NOT NULL,
  started_at  timestamptz NOT NULL,
  last_seq    integer NOT NULL DEFAULT 0,
  last_at     timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, pair_key),
  FOREIGN KEY (school_id, started_by) REFERENCES person,
  CHECK (num_nonnulls(pair_key, title) = 1)
);

-- side: whether the person is there as staff or as family, which ends with the guardianship. archived_seq: put away up to that message; a later one brings the thread back.
CREATE TABLE conversation_member (
  school_id        uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  person_id        uuid NOT NULL,
  side             text NOT NULL CHECK (side IN ('STAFF', 'FAMILY')),
  last_read_seq    integer NOT NULL DEFAULT 0,
  last_read_at     timestamptz,
  muted            boolean NOT NULL DEFAULT false,
  archived_seq     integer,
  PRIMARY KEY (school_id, conversation_id, person_id),
  FOREIGN KEY (school_id, conversation_id) REFERENCES conversation,
  FOREIGN KEY (school_id, person_id) REFERENCES person
);
CREATE INDEX conversation_member_by_person ON conversation_member (school_id, person_id);

-- The children that a thread is about: a guardian reads it while the guardianship of one of them holds.
CREATE TABLE conversation_pupil (
  school_id        uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  pupil_id         uuid NOT NULL,
  PRIMARY KEY (school_id, conversation_id, pupil_id),
  FOREIGN KEY (school_id, conversation_id) REFERENCES conversation,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil
);

CREATE TABLE message (
  school_id        uuid NOT NULL,
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  seq              integer NOT NULL,
  author_id        uuid NOT NULL,
  text             text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  quoted_id        uuid,
  lesson_id        uuid,
  sent_at          timestamptz NOT NULL,
  edited_at        timestamptz,
  withdrawn_at     timestamptz,
  version          integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, conversation_id, seq),
  FOREIGN KEY (school_id, conversation_id) REFERENCES conversation,
  FOREIGN KEY (school_id, author_id) REFERENCES person,
  FOREIGN KEY (school_id, quoted_id) REFERENCES message,
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson
);
CREATE INDEX message_by_author ON message (school_id, author_id, sent_at);

CREATE TABLE message_report (
  school_id    uuid NOT NULL,
  id           uuid NOT NULL,
  message_id   uuid NOT NULL,
  reported_by  uuid NOT NULL,
  reported_at  timestamptz NOT NULL,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  closed_by    uuid,
  closed_at    timestamptz,
  outcome      text CHECK (length(outcome) BETWEEN 1 AND 1000),
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, message_id, reported_by),
  FOREIGN KEY (school_id, message_id) REFERENCES message,
  FOREIGN KEY (school_id, reported_by) REFERENCES person,
  FOREIGN KEY (school_id, closed_by) REFERENCES person,
  CHECK (num_nonnulls(closed_by, closed_at, outcome) IN (0, 3))
);
CREATE INDEX message_report_by_time ON message_report (school_id, reported_at);

CREATE TABLE announcement (
  school_id              uuid NOT NULL REFERENCES school,
  id                     uuid NOT NULL,
  author_id              uuid NOT NULL,
  title                  text NOT NULL CHECK (length(title) BETWEEN 1 AND 150),
  text                   text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
  shown_from             date NOT NULL,
  shown_to               date NOT NULL,
  needs_acknowledgement  boolean NOT NULL,
  published_at           timestamptz NOT NULL,
  edited_at              timestamptz,
  withdrawn_at           timestamptz,
  version                integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, author_id) REFERENCES person,
  CHECK (shown_from <= shown_to)
);
CREATE INDEX announcement_by_author ON announcement (school_id, author_id, id);

-- To whom it was addressed, as it was chosen.
CREATE TABLE announcement_audience (
  school_id        uuid NOT NULL,
  announcement_id  uuid NOT NULL,
  place            smallint NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('SCHOOL', 'GRADE', 'CLASS', 'GROUP', 'ROLE')),
  grade            smallint CHECK (grade BETWEEN 1 AND 11),
  class_id         uuid,
  group_id         uuid,
  role             text CHECK (role IN ('DIRECTOR', 'DEPUTY', 'ADMINISTRATOR', 'TEACHER', 'CLASS_TEACHER', 'SPECIALIST', 'GUARDIAN', 'PUPIL')),
  pupils           boolean NOT NULL,
  guardians        boolean NOT NULL,
  staff            boolean NOT NULL,
  PRIMARY KEY (school_id, announcement_id, place),
  FOREIGN KEY (school_id, announcement_id) REFERENCES announcement,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  FOREIGN KEY (school_id, group_id) REFERENCES study_group,
  CHECK (CASE kind WHEN 'SCHOOL' THEN num_nonnulls(grade, class_id, group_id, role) = 0 WHEN 'GRADE' THEN grade IS NOT NULL
         WHEN 'CLASS' THEN class_id IS NOT NULL WHEN 'GROUP' THEN group_id IS NOT NULL ELSE role IS NOT NULL END),
  CHECK (num_nonnulls(grade, class_id, group_id, role) <= 1),
  CHECK (kind = 'ROLE' OR pupils OR guardians OR staff)
);

-- Who they were on the day of publication: one row a person.
CREATE TABLE announcement_recipient (
  school_id        uuid NOT NULL,
  announcement_id  uuid NOT NULL,
  person_id        uuid NOT NULL,
  read_at          timestamptz,
  acknowledged_at  timestamptz,
  PRIMARY KEY (school_id, announcement_id, person_id),
  FOREIGN KEY (school_id, announcement_id) REFERENCES announcement,
  FOREIGN KEY (school_id, person_id) REFERENCES person
);
CREATE INDEX announcement_recipient_by_person ON announcement_recipient (school_id, person_id, announcement_id);

-- What happened, written in the transaction in which it happened; taken away in the one that makes the notices of it.
CREATE TABLE outbox (
  school_id  uuid NOT NULL REFERENCES school,
  id         uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT')),
  payload    jsonb NOT NULL,
  at         timestamptz NOT NULL,
  due_at     timestamptz NOT NULL,
  attempts   smallint NOT NULL DEFAULT 0,
  dead_at    timestamptz,
  error      text,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX outbox_by_due ON outbox (school_id, due_at) WHERE dead_at IS NULL;

-- One thing told to one person. `source` is the thing: while it is fresh, a change of it changes this row; taken back, retracted_at is set.
CREATE TABLE notice (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT')),
  source        text NOT NULL,
  pupil_id      uuid,
  content       jsonb NOT NULL,
  occurred_at   timestamptz NOT NULL,
  arrived_at    timestamptz NOT NULL,
  read_at       timestamptz,
  retracted_at  timestamptz,
  in_portal     boolean NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, person_id, source, occurred_at),
  FOREIGN KEY (school_id, person_id) REFERENCES person,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil
);
CREATE INDEX notice_by_person ON notice (school_id, person_id, id) WHERE in_portal AND retracted_at IS NULL;
CREATE INDEX notice_unread ON notice (school_id, person_id) WHERE in_portal AND retracted_at IS NULL AND read_at IS NULL;
CREATE INDEX notice_by_arrival ON notice (school_id, arrived_at);

-- One notice by e-mail. SENDING with claimed_until in the past: the sender died, and the same letter (mail_id) is sent again.
CREATE TABLE mail_delivery (
  school_id      uuid NOT NULL,
  notice_id      uuid NOT NULL,
  person_id      uuid NOT NULL,
  due_at         timestamptz NOT NULL,
  state          text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'DEAD', 'CANCELLED')),
  mail_id        uuid,
  claimed_until  timestamptz,
  attempts       smallint NOT NULL DEFAULT 0,
  error          text,
  sent_at        timestamptz,
  PRIMARY KEY (school_id, notice_id),
  FOREIGN KEY (school_id, notice_id) REFERENCES notice,
  FOREIGN KEY (school_id, person_id) REFERENCES person
);
CREATE INDEX mail_delivery_by_due ON mail_delivery (school_id, due_at) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX mail_delivery_by_person ON mail_delivery (school_id, person_id, due_at) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX mail_delivery_dead ON mail_delivery (school_id, due_at) WHERE state = 'DEAD';
CREATE INDEX mail_delivery_by_sending ON mail_delivery (school_id, sent_at) WHERE state = 'SENT';

-- A person's choice for one kind of news; no row: the default of the kind.
CREATE TABLE notice_setting (
  school_id  uuid NOT NULL,
  person_id  uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT')),
  in_portal  boolean NOT NULL,
  by_mail    text NOT NULL CHECK (by_mail IN ('NEVER', 'AT_ONCE', 'DAILY', 'WEEKLY')),
  PRIMARY KEY (school_id, person_id, kind),
  FOREIGN KEY (school_id, person_id) REFERENCES person
);

-- When letters may come, in the school's zone. quiet_from = quiet_to: at any hour. digest_weekday: 1 Monday … 7 Sunday.
CREATE TABLE notice_schedule (
  school_id       uuid NOT NULL,
  person_id       uuid NOT NULL,
  quiet_from      time NOT NULL,
  quiet_to        time NOT NULL,
  digest_at       time NOT NULL,
  digest_weekday  smallint NOT NULL CHECK (digest_weekday BETWEEN 1 AND 7),
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, person_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person
);

GRANT SELECT ON conversation, conversation_member, conversation_pupil, message, message_report, announcement, announcement_audience,
  announcement_recipient, outbox, notice, mail_delivery, notice_setting, notice_schedule TO journal_app;
GRANT INSERT ON conversation, conversation_member, conversation_pupil, message, message_report, announcement, announcement_audience,
  announcement_recipient, outbox, notice, mail_delivery, notice_setting, notice_schedule, school_setting TO journal_app;
GRANT UPDATE (last_seq, last_at) ON conversation TO journal_app;
GRANT UPDATE (last_read_seq, last_read_at, muted, archived_seq) ON conversation_member TO journal_app;
GRANT UPDATE (text, edited_at, withdrawn_at, version) ON message TO journal_app;
GRANT UPDATE (closed_by, closed_at, outcome) ON message_report TO journal_app;
GRANT UPDATE (title, text, shown_from, shown_to, edited_at, withdrawn_at, version) ON announcement TO journal_app;
GRANT UPDATE (read_at, acknowledged_at) ON announcement_recipient TO journal_app;
GRANT UPDATE (due_at, attempts, dead_at, error), DELETE ON outbox TO journal_app;
GRANT UPDATE (content, occurred_at, read_at, retracted_at) ON notice TO journal_app;
GRANT UPDATE (due_at, state, mail_id, claimed_until, attempts, error, sent_at) ON mail_delivery TO journal_app;
GRANT UPDATE (in_portal, by_mail) ON notice_setting TO journal_app;
GRANT UPDATE (quiet_from, quiet_to, digest_at, digest_weekday, version) ON notice_schedule TO journal_app;
GRANT UPDATE (value) ON school_setting TO journal_app;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['conversation', 'conversation_member', 'conversation_pupil', 'message', 'message_report', 'announcement', 'announcement_audience',
      'announcement_recipient', 'outbox', 'notice', 'mail_delivery', 'notice_setting', 'notice_schedule'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = NULLIF(current_setting(''app.school_id'', true), '''')::uuid)', t);
  END LOOP;
END $$;

-- Which schools have news to work on: names of schools only, so that the worker may then enter each of them.
CREATE FUNCTION schools_with_news(now timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT school_id FROM school
  WHERE EXISTS (SELECT FROM outbox WHERE outbox.school_id = school.school_id AND outbox.dead_at IS NULL AND outbox.due_at <= now)
     OR EXISTS (SELECT FROM mail_delivery WHERE mail_delivery.school_id = school.school_id AND mail_delivery.state IN ('WAITING', 'SENDING') AND mail_delivery.due_at <= now)
$$;
REVOKE ALL ON FUNCTION schools_with_news(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION schools_with_news(timestamptz) TO journal_app;

-- Down Migration
DROP FUNCTION schools_with_news(timestamptz);
DROP TABLE notice_schedule, notice_setting, mail_delivery, notice, outbox, announcement_recipient, announcement_audience, announcement, message_report, message,
  conversation_pupil, conversation_member, conversation;
REVOKE INSERT ON school_setting FROM journal_app;
REVOKE UPDATE (value) ON school_setting FROM journal_app;
ALTER TABLE history DROP CONSTRAINT history_thing_check, ADD CONSTRAINT history_thing_check
  CHECK (thing IN ('MARK', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'ASSESSMENT', 'TERM_MARK', 'IMPORT', 'ACCESS'));
