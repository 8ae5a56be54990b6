import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { unwatchPerson, watchedPersonNotFound } from '../contract/index.ts'
import { deleteProtected } from '../store/watched-persons.ts'

/** Ends the special watch over a person. */
export const unwatchPersonHandler = handle(unwatchPerson, {
  tenant: input => input.organisation,
  async run({ person }, { tx, concerns }) {
    if (!(await deleteProtected(tx, person))) return refuse(watchedPersonNotFound, { pointer: '/person' })
    concerns([person])
    return { person }
  },
})
