import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type Access, listAccess } from '../contract/access.ts'
import { declaredGrantId } from '../rules/decide-access.ts'
import { listServices, serviceOf } from '../rules/service-version.ts'
import { listGrants, listRevocations } from '../store/grants.ts'
import { wordsOfPurpose } from '../views/line-words.ts'

/** Lists who may use the services of an organisation: what contracts declare, then what officials gave, the newest first. */
export const listAccessHandler = handle(listAccess, {
  tenant: input => input.organisation,
  async run({ organisation, contract }, { tx, port }) {
    const all = port(packages)
    const given = await listGrants(tx, organisation)
    const revocations = await listRevocations(tx, organisation)
    const revokedOf = (id: string): Access['revoked'] => {
      const found = revocations.find(({ grant }) => grant === id)
      return found === undefined ? null : { by: found.revokedBy, at: found.revokedAt, reason: found.reason }
    }
    const declared = listServices(all)
      .filter(({ contract: { provider } }) => provider === organisation)
      .flatMap(({ pack, contract: { access } }) =>
        access.map((grant): Access => {
          const service = serviceOf(pack)
          const id = declaredGrantId(service, grant)
          const { consumer, systems, purpose, ground, from, until } = grant
          return {
            access: id,
            contract: service,
            provider: organisation,
            consumer,
            systems: systems === undefined ? null : [...systems],
            purpose,
            ...wordsOfPurpose(all, organisation, purpose),
            ground,
            from: from ?? null,
            until,
            by: 'contract',
            given: null,
            revoked: revokedOf(id),
          }
        }),
      )
    const byOfficials = given.map(
      (grant): Access => ({
        access: grant.id,
        contract: grant.contract,
        provider: organisation,
        consumer: grant.consumer,
        systems: grant.systems === null ? null : [...grant.systems],
        purpose: grant.purpose,
        ...wordsOfPurpose(all, organisation, grant.purpose),
        ground: grant.ground,
        from: grant.begins,
        until: grant.ends,
        by: 'official',
        given: { by: grant.givenBy, at: grant.givenAt },
        revoked: revokedOf(grant.id),
      }),
    )
    return { items: [...declared, ...byOfficials].filter(item => contract === undefined || item.contract === contract) }
  },
})
