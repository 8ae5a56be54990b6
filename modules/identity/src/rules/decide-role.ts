import { type Refused, refuse } from '@tereze/operation'
import {
  officialRolesApart,
  roleHeld,
  roleLast,
  roleNotGiven,
  roleNotHeld,
  roleOwn,
  termPast,
} from '../contract/index.ts'
import type { RolesApart } from '../ports/roles-apart.ts'

/** Who gives or takes a role of whom. */
export interface RoleWish {
  readonly giver: string
  /** Roles that the giver gives. */
  readonly gives: readonly string[]
  readonly official: string
  readonly role: string
}

const notGiven = (role: string) => refuse(roleNotGiven, { pointer: '/role', params: { role } })

/**
 * Why a role is not given; null where it may be. Nobody gives one to themselves: what two people are needed for stays with two.
 * @param held all roles that the official has.
 */
export function whyNotGrant(
  { giver, gives, official, role }: RoleWish,
  held: readonly string[],
  until: Date | null,
  now: Date,
  findClash: RolesApart['findClash'],
): Refused<
  | 'identity.role-not-given'
  | 'identity.role-own'
  | 'identity.role-held'
  | 'identity.official-roles-apart'
  | 'identity.term-past'
> | null {
  if (!gives.includes(role)) return notGiven(role)
  if (giver === official) return refuse(roleOwn, { pointer: '/official' })
  if (held.includes(role)) return refuse(roleHeld, { pointer: '/role' })
  const clash = findClash([...held, role])
  if (clash !== null) {
    const [one, other] = clash.roles
    return refuse(officialRolesApart, { pointer: '/role', params: { one, other } })
  }
  return until !== null && until <= now ? refuse(termPast, { pointer: '/until' }) : null
}

/** What taking a role away changes: a grant, or the appointment, of which one role at least stays. */
export function decideWithdrawal(
  { gives, role }: RoleWish,
  appointed: readonly string[],
  granted: readonly string[],
):
  | { readonly from: 'grant' | 'appointment' }
  | Refused<'identity.role-not-given' | 'identity.role-not-held' | 'identity.role-last'> {
  if (!gives.includes(role)) return notGiven(role)
  if (granted.includes(role)) return { from: 'grant' }
  if (!appointed.includes(role)) return refuse(roleNotHeld, { pointer: '/role' })
  return appointed.length === 1 ? refuse(roleLast, { pointer: '/role' }) : { from: 'appointment' }
}
