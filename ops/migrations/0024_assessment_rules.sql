-- Up Migration

-- A version of the school's rules that has not begun may be taken back; its history stays.
GRANT DELETE ON school_setting TO journal_app;

-- Down Migration
REVOKE DELETE ON school_setting FROM journal_app;
