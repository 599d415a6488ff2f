-- Up Migration

-- Row-level security lets only leakproof comparisons into an index, and lower() is none: the folded names are columns, in small letters with ё as е.
DROP INDEX person_by_surname_prefix, person_by_given_name_prefix;
ALTER TABLE person
  ADD COLUMN folded_surname text COLLATE "C" GENERATED ALWAYS AS (replace(lower(surname COLLATE "ru-x-icu"), 'ё', 'е')) STORED,
  ADD COLUMN folded_given_name text COLLATE "C" GENERATED ALWAYS AS (replace(lower(given_name COLLATE "ru-x-icu"), 'ё', 'е')) STORED;
CREATE INDEX person_by_folded_surname ON person (school_id, folded_surname);
CREATE INDEX person_by_folded_given_name ON person (school_id, folded_given_name);

-- Down Migration
ALTER TABLE person DROP COLUMN folded_surname, DROP COLUMN folded_given_name;
CREATE INDEX person_by_surname_prefix ON person (school_id, (replace(lower(surname COLLATE "ru-x-icu"), 'ё', 'е') COLLATE "C"));
CREATE INDEX person_by_given_name_prefix ON person (school_id, (replace(lower(given_name COLLATE "ru-x-icu"), 'ё', 'е') COLLATE "C"));
