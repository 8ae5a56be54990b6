import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { accountKept, erasePerson, personErased, personKeyNotFound } from '../contract/destruction.ts'
import { archiveMoment, keptCase } from '../engine/archive.ts'
import { decideErasure } from '../rules/decide-destruction.ts'
import { lockCasesOfPerson } from '../store/archive.ts'
import { insertErasure } from '../store/erasures.ts'

/** Who keeps accounts, consents and powers: there a key is not erased as long as the account lives. */
const operator = 'platform'

/** Erases a person's key in an organisation where nothing of theirs is kept any more. */
export const erasePersonHandler = handle(erasePerson, {
  tenant: input => input.organisation,
  async run({ organisation, person, reason }, context) {
    const { tx, port, emit } = context
    if (organisation === operator) return refuse(accountKept, { pointer: '/organisation' })
    const { zone, today } = archiveMoment(context, organisation)
    const cases = await lockCasesOfPerson(tx, zone, person)
    context.concerns([person])
    const why = decideErasure(
      cases.map(row => keptCase(context, row)),
      today,
    )
    if (why !== null) return why
    if (!(await port(keyring).erasePerson(tx, person))) return refuse(personKeyNotFound, { pointer: '/person' })
    insertErasure(tx, { person, reason, by: context.actor.id, now: context.now })
    await emit(personErased, { subject: person, data: { person } })
    return { person }
  },
})
