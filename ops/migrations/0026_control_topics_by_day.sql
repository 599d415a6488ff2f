-- Up Migration

-- The control works that the plans of a term foresee, for the control board (3.4.4): a few in a hundred topics.
CREATE INDEX plan_topic_control ON plan_topic (school_id, planned_on)
  WHERE work_kind IN ('CONTROL', 'DICTATION', 'ESSAY', 'EXPOSITION');

-- Down Migration
DROP INDEX plan_topic_control;
