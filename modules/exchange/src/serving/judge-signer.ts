import { keyring, verifySignature } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { certificateNotGood } from '../contract/certificate.ts'
import { authorityUntrusted, certificateRevoked, revocationUnknown } from '../contract/revocation.ts'
import type { ContractDefinition } from '../rules/contract-definition.ts'
import { allGrants, decideAccess } from '../rules/decide-access.ts'
import { refuseAccess } from '../rules/refuse-access.ts'
import type { Standing } from '../store/standing.ts'

/** Payload of what a member signed, when the signature holds, with the system whose key it is; null when it does not. */
export async function verifySigned(
  context: Context,
  jws: string,
  typ: string,
  { consumer }: { readonly consumer: string },
  { key }: Standing,
): Promise<{ payload: string; system: string | null } | null> {
  if (key !== null) {
    const payload = await verifySignature(jws, key.jwk, typ)
    return payload === null ? null : { payload, system: key.system }
  }
  const payload = await context.port(keyring).verify(context.tx, consumer, jws, typ)
  return payload === null ? null : { payload, system: null }
}

/** The ground on which the consumer may use the service today, or the refusal that names what is missing. */
export function judgeSigner(
  asker: {
    readonly contract: string
    readonly consumer: string
    readonly system: string
    readonly provider: string
    readonly purpose: string
  },
  contract: ContractDefinition,
  standing: Standing,
  today: string,
) {
  const grants = allGrants(asker.contract, contract, standing.given)
  const access = decideAccess(grants, new Set(standing.revoked), asker, today)
  return 'denied' in access ? refuseAccess(asker, access) : { ground: access.grant.ground }
}

/** Refuses what was signed rightly, by a key whose certificate is not good. */
export function refuseCertificate({ state, day }: NonNullable<Standing['certificate']>) {
  if (state === 'revoked') return refuse(certificateRevoked, { params: { day } })
  if (state === 'untrusted') return refuse(authorityUntrusted, { params: { day } })
  if (state === 'unknown') return refuse(revocationUnknown)
  return refuse(certificateNotGood, {
    params: { reason: state, day },
    also: [{ pointer: '', code: `exchange.certificate-${state}` }],
  })
}
