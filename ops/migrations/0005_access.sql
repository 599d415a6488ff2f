-- Up Migration

CREATE TABLE account (
  school_id             uuid NOT NULL,
  id                    uuid NOT NULL,
  person_id             uuid NOT NULL,
  login                 text NOT NULL CHECK (login = lower(login) AND length(login) BETWEEN 3 AND 64),
  password_hash         text,
  password_changed_at   timestamptz,
  closed_at             timestamptz,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, person_id),
  UNIQUE (school_id, login),
  FOREIGN KEY (school_id, person_id) REFERENCES person
);

-- Finds the school of a login before anyone is signed in: a reference table without secrets.
CREATE TABLE login_directory (
  login       text PRIMARY KEY,
  school_id   uuid NOT NULL,
  account_id  uuid NOT NULL
);

CREATE TABLE session (
  school_id     uuid NOT NULL,
  id            uuid NOT NULL,
  account_id    uuid NOT NULL,
  token_hash    bytea NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  ended_at      timestamptz,
  address       text,
  user_agent    text,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, token_hash),
  FOREIGN KEY (school_id, account_id) REFERENCES account
);
CREATE INDEX session_by_account ON session (school_id, account_id) WHERE ended_at IS NULL;

-- Counters of failed sign-ins by account and by address, kept by rate-limiter-flexible: no person's data, no school.
CREATE TABLE sign_in_throttle (
  key     text PRIMARY KEY,
  points  integer NOT NULL DEFAULT 0,
  expire  bigint
);

-- Which thing of a school's own file became which row here: the same file twice changes nothing.
CREATE TABLE import_identity (
  school_id  uuid NOT NULL REFERENCES school,
  kind       text NOT NULL,
  source_id  text NOT NULL,
  id         uuid NOT NULL,
  PRIMARY KEY (school_id, kind, source_id)
);

-- Down Migration
DROP TABLE import_identity, sign_in_throttle, session, login_directory, account;
