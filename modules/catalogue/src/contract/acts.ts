import type { Language } from '@tereze/operation'
import { type Packages, textOf } from './packages.ts'

interface ActsOfLaw {
  readonly acts?: readonly { readonly id: string; readonly title: string }[]
}

/**
 * A ground `act:<act>/<clause>` as the title of the act in a jurisdiction and the clause (null for the whole act);
 * null when it is none, or the jurisdiction knows no such act.
 */
export function findGround(
  packages: Packages,
  jurisdiction: string,
  ground: string,
): { title: Readonly<Record<Language, string>>; clause: string | null } | null {
  const [, act, clause = null] = /^act:([^/]+)(?:\/(.+))?$/.exec(ground) ?? []
  const pack = packages.find('jurisdiction', jurisdiction)
  const file = pack?.json.get('acts.json') as ActsOfLaw | undefined
  const key = file?.acts?.find(({ id }) => id === act)?.title.replace(/^message:/, '')
  return pack === null || key === undefined || !pack.messages.has(key) ? null : { title: textOf(pack, key), clause }
}
