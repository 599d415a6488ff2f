-- Up Migration

-- A forecast as it was sent to the family of one pupil [3.3.4]. It is never changed: what is sent again is another one.
CREATE TABLE forecast (
  school_id  uuid NOT NULL REFERENCES school,
  id         uuid NOT NULL,
  class_id   uuid NOT NULL,
  term_id    uuid NOT NULL,
  pupil_id   uuid NOT NULL,
  figures    jsonb NOT NULL,
  words      text CHECK (length(words) BETWEEN 1 AND 2000),
  sent_at    timestamptz NOT NULL,
  sent_by    uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  FOREIGN KEY (school_id, term_id) REFERENCES term,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil,
  FOREIGN KEY (school_id, sent_by) REFERENCES staff
);
CREATE INDEX forecast_by_class ON forecast (school_id, class_id, term_id, sent_at);

-- To whom it went: the pupil and the guardians of the day on which it was sent. When it was delivered is in their notices and letters.
CREATE TABLE forecast_recipient (
  school_id    uuid NOT NULL,
  forecast_id  uuid NOT NULL,
  person_id    uuid NOT NULL,
  read_at      timestamptz,
  PRIMARY KEY (school_id, forecast_id, person_id),
  FOREIGN KEY (school_id, forecast_id) REFERENCES forecast,
  FOREIGN KEY (school_id, person_id) REFERENCES person
);

GRANT SELECT, INSERT ON forecast, forecast_recipient TO journal_app;
GRANT UPDATE (read_at) ON forecast_recipient TO journal_app;
ALTER TABLE forecast ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_school ON forecast USING (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid);
ALTER TABLE forecast_recipient ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_school ON forecast_recipient USING (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid);

-- Down Migration
DROP TABLE forecast_recipient, forecast;
