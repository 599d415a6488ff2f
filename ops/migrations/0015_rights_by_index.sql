-- Up Migration

-- Who asks is looked up anew for each request: each of these facts is found in one index, without its table. The exclusion constraints'
-- own indexes hold the same columns, but a lookup in them costs several times more.
DROP INDEX teaching_load_by_staff, class_teacher_by_staff, guardianship_by_guardian;
CREATE INDEX teaching_load_by_staff ON teaching_load (school_id, staff_id, valid_from) INCLUDE (valid_to, journal_id);
CREATE INDEX class_teacher_by_staff ON class_teacher (school_id, staff_id, valid_from) INCLUDE (valid_to, class_id);
CREATE INDEX guardianship_by_guardian ON guardianship (school_id, guardian_id, valid_from) INCLUDE (valid_to, pupil_id);
CREATE INDEX staff_role_by_staff ON staff_role (school_id, staff_id, valid_from) INCLUDE (valid_to, role);

-- journal_id and lesson_date repeat the lesson's, as in a mark, held equal by the foreign key: what somebody substitutes these weeks is found
-- without a look at every lesson ever substituted.
ALTER TABLE substitution ADD COLUMN journal_id uuid, ADD COLUMN lesson_date date;
UPDATE substitution SET journal_id = lesson.journal_id, lesson_date = lesson.date
FROM lesson WHERE lesson.school_id = substitution.school_id AND lesson.id = substitution.lesson_id;
ALTER TABLE substitution
  ALTER COLUMN journal_id SET NOT NULL,
  ALTER COLUMN lesson_date SET NOT NULL,
  DROP CONSTRAINT substitution_school_id_lesson_id_fkey,
  ADD FOREIGN KEY (school_id, lesson_id, journal_id, lesson_date) REFERENCES lesson (school_id, id, journal_id, date);
DROP INDEX substitution_by_staff;
CREATE INDEX substitution_by_staff ON substitution (school_id, staff_id, lesson_date) INCLUDE (lesson_id, journal_id);

-- Down Migration
ALTER TABLE substitution DROP COLUMN journal_id, DROP COLUMN lesson_date;
ALTER TABLE substitution ADD FOREIGN KEY (school_id, lesson_id) REFERENCES lesson;
CREATE INDEX substitution_by_staff ON substitution (school_id, staff_id);
DROP INDEX teaching_load_by_staff, class_teacher_by_staff, guardianship_by_guardian, staff_role_by_staff;
CREATE INDEX teaching_load_by_staff ON teaching_load (school_id, staff_id);
CREATE INDEX class_teacher_by_staff ON class_teacher (school_id, staff_id);
CREATE INDEX guardianship_by_guardian ON guardianship (school_id, guardian_id);
