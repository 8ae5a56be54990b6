import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { appointOfficial as definition, officialAppointed, officialExists } from '../contract/index.ts'
import { insertOfficial, isOfficialTaken } from '../store/officials.ts'

/** Appoints an official in an organisation with roles. */
export const appointOfficial = handle(definition, {
  tenant: input => input.organisation,
  async run(official, { tx, now, emit }) {
    if (await isOfficialTaken(tx, official.official)) return refuse(officialExists, { pointer: '/official' })
    await insertOfficial(tx, official, now)
    await emit(officialAppointed, { subject: official.official, data: { official: official.official } })
    return { official: official.official }
  },
})
