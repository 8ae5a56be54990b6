import { representation } from '@tereze/access/contract'
import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { linkOfficial, watchedPersonErased } from '../contract/index.ts'
import { namesOf } from '../looking/names-of.ts'
import { deleteOfOfficial, insertWatched } from '../store/watched-persons.ts'

const family = ['parent', 'guardian']

/** Says which person an official is, and who their relatives are by what the registers say today. */
export const linkOfficialHandler = handle(linkOfficial, {
  tenant: input => input.organisation,
  async run({ official, person }, { tx, now, actor, port, concerns }) {
    const ties = [
      ...(await port(representation).tiesOf(person)),
      ...(await port(representation).tiesTo(person)),
    ].filter(({ kind }) => family.includes(kind))
    const relatives = [...new Set(ties.flatMap(({ actor: one, principal }) => [one, principal]))].filter(
      one => one !== person && one.startsWith('person_'),
    )
    const names = await namesOf(tx, port(keyring), [person, ...relatives])
    if (!names.has(person)) return refuse(watchedPersonErased, { pointer: '/person' })
    await deleteOfOfficial(tx, official)
    concerns([person, ...relatives])
    const by = { official, reason: 'linked', by: actor.id }
    insertWatched(
      tx,
      [...names].map(([one, subject]) => ({
        person: one,
        kind: one === person ? ('self' as const) : ('relative' as const),
        subject,
        ...by,
      })),
      now,
    )
    return { relatives: names.size - 1 }
  },
})
