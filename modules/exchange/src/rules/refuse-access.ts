import { type Refused, refuse } from '@tereze/operation'
import { accessNotGranted } from '../contract/message.ts'
import type { AccessAnswer } from './decide-access.ts'

/** Denies access and says what is missing and who can give it: the provider, in whose organisation an integrator grants access. */
export function refuseAccess(
  {
    contract,
    purpose,
    provider,
    consumer,
    system,
  }: Record<'contract' | 'purpose' | 'provider' | 'consumer' | 'system', string>,
  { denied, day }: Extract<AccessAnswer, { denied: unknown }>,
): Refused<'exchange.access-not-granted'> {
  const params = { contract, purpose, provider, consumer, system, day: day ?? '' }
  const pointer = { nobody: '/consumer', purpose: '/purpose', system: '/system' }[denied as string] ?? '/contract'
  return refuse(accessNotGranted, {
    pointer,
    params: { ...params, reason: denied },
    also: [{ pointer, code: `exchange.access-${denied}`, params }],
  })
}
