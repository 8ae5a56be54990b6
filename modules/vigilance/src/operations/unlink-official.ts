import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { unlinkOfficial, watchedPersonNotFound } from '../contract/index.ts'
import { deleteOfOfficial } from '../store/watched-persons.ts'

/** Forgets which person an official is. */
export const unlinkOfficialHandler = handle(unlinkOfficial, {
  tenant: input => input.organisation,
  async run({ official }, { tx, concerns }) {
    const persons = await deleteOfOfficial(tx, official)
    if (persons.length === 0) return refuse(watchedPersonNotFound, { pointer: '/official' })
    concerns(persons)
    return { official }
  },
})
