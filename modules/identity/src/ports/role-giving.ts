import { port } from '@tereze/operation'

/** What identity needs to know of declared roles: which of them are given by holders of others. */
export interface RoleGiving {
  /** Roles that somebody with some roles gives and takes, in the order in which they are declared. */
  givenBy(roles: readonly string[]): readonly string[]
}
/** Bound to the declared roles by the composition root. */
export const roleGiving = port<RoleGiving>('identity.role-giving')
