import { port } from '@tereze/operation'

/** What identity needs to know of the access policy: which roles nobody has together. */
export interface RolesApart {
  /** The first two of some roles that are kept apart, and the key of the message that says why; null where they go together. */
  findClash(roles: readonly string[]): { readonly roles: readonly [string, string]; readonly why: string } | null
}
/** Bound to the access policy by the composition root. */
export const rolesApart = port<RolesApart>('identity.roles-apart')
