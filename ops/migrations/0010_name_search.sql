-- Up Migration

-- The beginning of a surname or given name, in small letters with ё as е: see api/src/modules/people/name-search.ts.
CREATE INDEX person_by_surname_prefix ON person (school_id, (replace(lower(surname COLLATE "ru-x-icu"), 'ё', 'е') COLLATE "C"));
CREATE INDEX person_by_given_name_prefix ON person (school_id, (replace(lower(given_name COLLATE "ru-x-icu"), 'ё', 'е') COLLATE "C"));

-- Down Migration
DROP INDEX person_by_given_name_prefix, person_by_surname_prefix;
