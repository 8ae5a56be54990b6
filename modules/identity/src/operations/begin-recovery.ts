import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { beginRecovery as definition, recoveryPersonUnknown } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { personNames } from '../ports/person-names.ts'
import { insertRecovery } from '../store/recoveries.ts'

/** Begins to give an account back to a person who came with a document. */
export const beginRecovery = handle(definition, {
  tenant: () => platform,
  async run({ number, document }, { actor, tx, now, ids, port, concerns }) {
    const person = await port(personNames).findByNumber(number)
    if (person === null) return refuse(recoveryPersonUnknown, { pointer: '/number' })
    const recovery = ids.newId('recovery')
    await insertRecovery(tx, { recovery, person, document, by: actor.id, now })
    concerns([person])
    return { recovery }
  },
})
