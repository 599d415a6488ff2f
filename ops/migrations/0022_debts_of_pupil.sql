-- Up Migration

-- A pupil's open debts stand at the top of every diary page.
CREATE INDEX mark_debt_of_pupil ON mark (school_id, pupil_id) WHERE debt_until IS NOT NULL;

-- Down Migration

DROP INDEX mark_debt_of_pupil;
