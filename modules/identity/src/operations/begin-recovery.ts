import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { beginRecovery as definition, recoveryPersonUnknown } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { signInDesk } from '../sign-in-desk.ts'
import { insertRecovery } from '../store/recoveries.ts'

/** Begins to give an account back to a person who came with a document. */
export const beginRecovery = handle(definition, {
  tenant: () => platform,
  async run({ person, document }, { actor, tx, now, ids, port, concerns }) {
    if ((await port(signInDesk).nameOf(person)) === null) return refuse(recoveryPersonUnknown, { pointer: '/person' })
    const recovery = ids.newId('recovery')
    await insertRecovery(tx, { recovery, person, document, by: actor.id, now })
    concerns([person])
    return { recovery }
  },
})
