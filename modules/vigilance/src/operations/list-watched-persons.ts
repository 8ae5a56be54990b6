import { handle } from '@tereze/foundation-operations'
import { listWatchedPersons } from '../contract/index.ts'
import { listWatchedPersonsOf, type WatchPlace } from '../store/watched-persons.ts'

const usualLimit = 50

function placeOf(cursor: string | undefined): WatchPlace | null {
  if (cursor === undefined) return null
  const [person = '', kind = '', official = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return rest.length === 0 && official !== '' ? { person, kind, official } : null
}

const cursorOf = ({ person, kind, official }: WatchPlace) =>
  Buffer.from(`${person} ${kind} ${official}`).toString('base64url')

/** Lists persons under special watch. It names persons: the look is an access itself. */
export const listWatchedPersonsHandler = handle(listWatchedPersons, {
  tenant: input => input.organisation,
  async run({ organisation, after, limit = usualLimit }, { tx, concerns }) {
    const found = await listWatchedPersonsOf(tx, organisation, placeOf(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    concerns(items.map(({ person }) => person))
    return {
      items: items.map(({ person, kind, official, reason, since, by }) => ({
        person,
        kind,
        official: official === '*' ? null : official,
        reason,
        since,
        by,
      })),
      next: found.length > limit && last !== undefined ? cursorOf(last) : null,
    }
  },
})
