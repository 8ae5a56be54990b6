import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  appointOfficial as definition,
  officialAppointed,
  officialExists,
  officialRolesApart,
} from '../contract/index.ts'
import { rolesApart } from '../ports/roles-apart.ts'
import { insertOfficial, isOfficialTaken } from '../store/officials.ts'

/** Appoints an official in an organisation with roles that go together. */
export const appointOfficial = handle(definition, {
  tenant: input => input.organisation,
  async run(official, { tx, now, emit, port }) {
    const clash = port(rolesApart).findClash(official.roles)
    if (clash !== null) {
      const [one, other] = clash.roles
      return refuse(officialRolesApart, { pointer: '/roles', params: { one, other } })
    }
    if (await isOfficialTaken(tx, official.official)) return refuse(officialExists, { pointer: '/official' })
    await insertOfficial(tx, official, now)
    await emit(officialAppointed, { subject: official.official, data: { official: official.official } })
    return { official: official.official }
  },
})
