-- Up Migration

-- The app's role owns nothing, has no DDL, and sees only the school named by app.school_id.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'journal_app') THEN
    CREATE ROLE journal_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO journal_app;

-- What the journal's daily work changes; structure (people, classes, journals, timetable) is written by imports under the owner's role.
GRANT SELECT ON school, school_setting, academic_year, term, calendar_exception, bell_schedule, bell_slot, person, pupil, guardian, staff, staff_role,
  guardianship, school_class, enrolment, class_teacher, study_group, study_group_class, group_membership, subject_area, subject, journal, teaching_load,
  term_lock, account, login_directory, session, plan_topic, timetable, timetable_entry, lesson, substitution, assessment, mark, attendance, homework,
  term_mark, history, history_head, operation TO journal_app;
GRANT INSERT ON session, operation, assessment, mark, attendance, homework, term_mark, history, history_head, lesson TO journal_app;
GRANT UPDATE ON lesson, assessment, mark, attendance, homework, term_mark, history_head TO journal_app;
GRANT UPDATE (ended_at, expires_at) ON session TO journal_app;
GRANT UPDATE (password_hash, password_changed_at, closed_at) ON account TO journal_app;
GRANT UPDATE (answer) ON operation TO journal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO journal_app;

DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns
           WHERE table_schema = 'public' AND column_name = 'school_id' AND table_name <> 'login_directory' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = NULLIF(current_setting(''app.school_id'', true), '''')::uuid)', t);
  END LOOP;
END $$;

-- Down Migration
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname = 'own_school' LOOP
    EXECUTE format('DROP POLICY own_school ON %I', t);
    EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM journal_app;
REVOKE USAGE ON SCHEMA public FROM journal_app;
