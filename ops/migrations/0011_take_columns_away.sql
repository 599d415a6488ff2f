-- Up Migration

-- A column of marks made by mistake may be taken away; one that a mark was ever set in is held by the mark's foreign key.
GRANT DELETE ON assessment TO journal_app;

-- Down Migration
REVOKE DELETE ON assessment FROM journal_app;
