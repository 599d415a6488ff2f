-- Up Migration

-- What else the history tells of, and what else people are told of.
ALTER TABLE history DROP CONSTRAINT history_thing_check, ADD CONSTRAINT history_thing_check
  CHECK (thing IN ('MARK', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'ASSESSMENT', 'TERM_MARK', 'IMPORT', 'ACCESS', 'MESSAGE', 'ANNOUNCEMENT', 'SETTING',
    'TERM_LOCK', 'QUESTION', 'RESIT', 'ANALYSIS', 'FORECAST'));
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check, ADD CONSTRAINT outbox_kind_check
  CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT',
    'DEBT', 'RESIT', 'TERM_MARK', 'FORECAST', 'QUESTION', 'TERM_LOCK'));
ALTER TABLE notice DROP CONSTRAINT notice_kind_check, ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT',
    'DEBT', 'RESIT', 'TERM_MARK', 'FORECAST', 'QUESTION', 'TERM_LOCK'));
ALTER TABLE notice_setting DROP CONSTRAINT notice_setting_kind_check, ADD CONSTRAINT notice_setting_kind_check
  CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT',
    'DEBT', 'RESIT', 'TERM_MARK', 'FORECAST', 'QUESTION', 'TERM_LOCK'));

-- A work may be counted on another scale: its marks keep the points as they were written, beside the grade that the school's table gave for them.
ALTER TABLE assessment
  ADD COLUMN scale text NOT NULL DEFAULT 'FIVE_POINT' CHECK (scale IN ('FIVE_POINT', 'TEN_POINT', 'PERCENT', 'POINTS')),
  ADD COLUMN max_points numeric(6, 2) CHECK (max_points > 0),
  ADD CONSTRAINT assessment_scale_points_check CHECK ((scale = 'POINTS') = (max_points IS NOT NULL));

-- share: how much of the mark counts in the average, in 2520ths (2520 is divisible by 1 to 9, the most attempts), by the school's rule of retakes on the
-- lesson's date. A debt (точка) has a day until which the work is to be handed in, and no grade.
ALTER TABLE mark
  ADD COLUMN points numeric(6, 2) CHECK (points >= 0),
  ADD COLUMN share smallint NOT NULL DEFAULT 2520 CHECK (share BETWEEN 0 AND 2520),
  ADD COLUMN debt_until date,
  ADD CONSTRAINT mark_points_grade_check CHECK (points IS NULL OR grade IS NOT NULL),
  ADD CONSTRAINT mark_debt_value_check CHECK (debt_until IS NULL OR num_nonnulls(grade, passed) = 0);
CREATE INDEX mark_in_debt ON mark (school_id, debt_until) WHERE debt_until IS NOT NULL;

-- What the rules suggested when the mark was set: a grade, or н/а.
ALTER TABLE term_mark
  ADD COLUMN suggested_special text CHECK (suggested_special IN ('NOT_ASSESSED')),
  ADD CONSTRAINT term_mark_suggestion_check CHECK (num_nonnulls(suggested, suggested_special) <= 1);

-- The two settings of marks become one document, `assessment_rules` (api/src/modules/assessment-rules).
INSERT INTO school_setting (school_id, name, valid_from, value)
SELECT dates.school_id, 'assessment_rules', dates.valid_from, jsonb_strip_nulls(jsonb_build_object(
    'allowsOne', (SELECT value FROM school_setting WHERE school_id = dates.school_id AND name = 'allow_mark_one' AND valid_from <= dates.valid_from
                  ORDER BY valid_from DESC LIMIT 1),
    'bands', (SELECT jsonb_build_object('five', 400 + fraction, 'four', 300 + fraction, 'three', 200 + fraction)
              FROM (SELECT round((value #>> '{}')::numeric * 100)::int AS fraction FROM school_setting
                    WHERE school_id = dates.school_id AND name = 'term_mark_threshold' AND valid_from <= dates.valid_from ORDER BY valid_from DESC LIMIT 1) stood)))
FROM (SELECT DISTINCT school_id, valid_from FROM school_setting WHERE name IN ('allow_mark_one', 'term_mark_threshold')) dates;
DELETE FROM school_setting WHERE name IN ('allow_mark_one', 'term_mark_threshold');

-- Down Migration
INSERT INTO school_setting (school_id, name, valid_from, value)
SELECT school_id, 'allow_mark_one', valid_from, value -> 'allowsOne' FROM school_setting WHERE name = 'assessment_rules' AND value ? 'allowsOne'
UNION ALL
SELECT school_id, 'term_mark_threshold', valid_from, to_jsonb(((value #>> '{bands,five}')::numeric - 400) / 100)
FROM school_setting WHERE name = 'assessment_rules' AND value ? 'bands';
DELETE FROM school_setting WHERE name = 'assessment_rules';
ALTER TABLE term_mark DROP CONSTRAINT term_mark_suggestion_check, DROP COLUMN suggested_special;
DROP INDEX mark_in_debt;
ALTER TABLE mark DROP CONSTRAINT mark_points_grade_check, DROP CONSTRAINT mark_debt_value_check, DROP COLUMN points, DROP COLUMN share, DROP COLUMN debt_until;
ALTER TABLE assessment DROP CONSTRAINT assessment_scale_points_check, DROP COLUMN scale, DROP COLUMN max_points;
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check, ADD CONSTRAINT outbox_kind_check
  CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT'));
ALTER TABLE notice DROP CONSTRAINT notice_kind_check, ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT'));
ALTER TABLE notice_setting DROP CONSTRAINT notice_setting_kind_check, ADD CONSTRAINT notice_setting_kind_check
  CHECK (kind IN ('MARK', 'ABSENCE', 'HOMEWORK', 'SUBSTITUTION', 'MESSAGE', 'ANNOUNCEMENT', 'REPORT'));
ALTER TABLE history DROP CONSTRAINT history_thing_check, ADD CONSTRAINT history_thing_check
  CHECK (thing IN ('MARK', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'ASSESSMENT', 'TERM_MARK', 'IMPORT', 'ACCESS', 'MESSAGE', 'ANNOUNCEMENT', 'SETTING'));
