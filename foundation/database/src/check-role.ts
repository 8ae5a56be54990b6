import { type Fragment, sql } from './fragment.ts'
import { getRow, type Reader } from './transaction.ts'

const currentRole: Fragment<{ bypasses: boolean; name: string }> = sql<{ bypasses: boolean; name: string }>`
  select rolsuper or rolbypassrls as bypasses, rolname as name from pg_roles where rolname = current_user`

/**
 * Makes sure that row-level security holds for us.
 * @throws Error when the role is a superuser or may bypass row-level security.
 */
export async function checkRole(reader: Reader): Promise<void> {
  const role = await getRow(reader, currentRole)
  if (role.bypasses) {
    throw new Error(
      `the database role "${role.name}" bypasses row-level security; give DATABASE_URL a role that is neither superuser nor BYPASSRLS and owns the database`,
    )
  }
}
