import { readOutsidePlaces } from '@tereze/exchange'
import type { Config } from '@tereze/foundation-config'
import type { ViewProblem } from '@tereze/foundation-database'
import { NotPossible, UsageWrong } from '../command.ts'

/**
 * The address of a member's database by the name that the operator gave it.
 * @throws UsageWrong when there is none of that name.
 */
export function addressOf(system: string, { outsideSystems }: Pick<Config, 'outsideSystems'>): string {
  const places = readOutsidePlaces(outsideSystems)
  const place = places.get(system)
  if (place?.kind === 'database') return place.url
  const known = [...places].flatMap(([name, { kind }]) => (kind === 'database' ? [name] : []))
  throw new UsageWrong(
    `TEREZE_OUTSIDE_SYSTEMS names no database "${system}"${known.length === 0 ? '' : `; it names ${known.join(', ')}`}`,
    `Set it, e.g. TEREZE_OUTSIDE_SYSTEMS=${system}=postgres://reader:secret@host:5432/name`,
  )
}

const told: Readonly<Record<ViewProblem['problem'], string>> = {
  unreachable: 'the database cannot be reached, or does not let this role in',
  'timed-out': 'the database took too long',
  'view-wrong': 'the database refuses to read this',
  failed: 'the database gave an error',
}

/** The value, or the end of the command. @throws NotPossible saying why, with the code that the database gave. */
export function must<Value>(found: Value | ViewProblem): Value {
  if (typeof found !== 'object' || found === null || !('problem' in found)) return found as Value
  const { problem, detail } = found as ViewProblem
  throw new NotPossible(
    `${told[problem]}${detail === '' ? '' : ` (${detail})`}`,
    'Look at the address in TEREZE_OUTSIDE_SYSTEMS, and at what the role may read.',
  )
}
