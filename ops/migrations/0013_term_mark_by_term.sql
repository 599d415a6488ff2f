-- Up Migration

-- A pupil has marks of every term of every year, and a page shows those of one.
DROP INDEX term_mark_by_pupil;
CREATE INDEX term_mark_by_pupil ON term_mark (school_id, pupil_id, term_id);

-- Down Migration
DROP INDEX term_mark_by_pupil;
CREATE INDEX term_mark_by_pupil ON term_mark (school_id, pupil_id);
