-- Up Migration

-- What was changed in a journal between two moments, and what was taken away since one.
CREATE INDEX history_by_journal ON history (school_id, journal_id, at) WHERE journal_id IS NOT NULL;

-- Down Migration
DROP INDEX history_by_journal;
