import type { Database } from "../kernel/database";

/**
 * Row-level security does not hold for a superuser, for BYPASSRLS and for the owner of the tables: the api does not start
 * with such a login.
 * @throws Error that says what to set instead.
 */
export async function refusePowerfulRole(database: Database): Promise<void> {
  const [role] = await database.readCatalogue<{ name: string; powerful: boolean }>(ROLE, []);
  if (!role?.powerful) return;
  throw new Error(
    `DATABASE_URL names the role ${role.name}, which row-level security does not hold: use a login role in journal_app that owns nothing`,
  );
}

const ROLE = {
  name: "own-role",
  text: `SELECT current_user AS name, rolsuper OR rolbypassrls
           OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relnamespace = 'public'::regnamespace) AS powerful
         FROM pg_roles WHERE rolname = current_user`,
};
