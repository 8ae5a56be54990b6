import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { watchedPersonErased, watchPerson } from '../contract/index.ts'
import { namesOf } from '../looking/names-of.ts'
import { insertWatched } from '../store/watched-persons.ts'

/** Puts a person under special watch. */
export const watchPersonHandler = handle(watchPerson, {
  tenant: input => input.organisation,
  async run({ person, reason }, { tx, now, actor, port, concerns }) {
    const subject = (await namesOf(tx, port(keyring), [person])).get(person)
    if (subject === undefined) return refuse(watchedPersonErased, { pointer: '/person' })
    concerns([person])
    insertWatched(tx, [{ person, kind: 'protected', official: '*', subject, reason, by: actor.id }], now)
    return { person }
  },
})
