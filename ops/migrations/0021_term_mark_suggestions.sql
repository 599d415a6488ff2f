-- Up Migration

-- What the rules suggested when the mark was set, where it is no grade: for the year also a pass, a fail or осв.
ALTER TABLE term_mark DROP CONSTRAINT term_mark_suggested_special_check, ADD CONSTRAINT term_mark_suggested_special_check
  CHECK (suggested_special IN ('NOT_ASSESSED', 'RELEASED', 'PASS', 'FAIL'));

-- Down Migration
UPDATE term_mark SET suggested_special = NULL WHERE suggested_special <> 'NOT_ASSESSED';
ALTER TABLE term_mark DROP CONSTRAINT term_mark_suggested_special_check, ADD CONSTRAINT term_mark_suggested_special_check
  CHECK (suggested_special IN ('NOT_ASSESSED'));
