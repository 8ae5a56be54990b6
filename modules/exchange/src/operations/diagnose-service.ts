import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import { handle, localDate } from '@tereze/foundation-operations'
import { diagnoseService } from '../contract/diagnosis.ts'
import { operator } from '../rules/certificate.ts'
import { allGrants } from '../rules/decide-access.ts'
import { diagnose } from '../rules/diagnose.ts'
import { findService, serviceOf } from '../rules/service-version.ts'
import { readEvidence } from '../store/evidence.ts'
import { listStoredPeers } from '../store/peers.ts'
import { readStanding } from '../store/standing.ts'

/** Goes the way of a message step by step, without sending one. */
export const diagnoseServiceHandler = handle(diagnoseService, {
  tenant: input => input.organisation,
  async run({ organisation: consumer, contract, purpose, system }, { tx, now, port }) {
    const all = port(packages)
    const [id = ''] = contract.split('@')
    const provider = id.split('.')[0] ?? ''
    const found = findService(all, contract)?.contract ?? null
    const member = findOrganisation(all, consumer)?.member ?? null
    const peer = (await listStoredPeers(tx, operator)).find(({ members }) => members.includes(provider)) ?? null
    const standing = await readStanding(tx, { provider, consumer, kid: '', contract, operator, now })
    const read = await readEvidence(tx, { consumer, provider, contract, operator, now })
    const kept = await port(keyring).publicJwks(tx, consumer, 'exchange', now)
    const evidence = {
      ...read,
      member: member === null ? null : { systems: member.systems.map(one => one.id) },
      system: system ?? member?.systems[0]?.id ?? '',
      service: found === null ? null : { provider, grants: allGrants(contract, found, standing.given) },
      versions: all.versions('contract', id).map(pack => serviceOf(pack).split('@')[1] ?? ''),
      revoked: standing.revoked,
      peer: peer === null ? null : { id: peer.id, origin: peer.origin },
      keys: { count: read.keys.count + kept.length, end: kept.length > 0 ? null : read.keys.end },
      pausedUntil: standing.pausedUntil,
    }
    const today = localDate(now, findOrganisation(all, provider)?.zone ?? 'UTC')
    const steps = diagnose(evidence, { consumer, contract, purpose }, today, now)
    return { works: steps.every(({ state }) => state === 'ok' || state === 'note'), steps }
  },
})
