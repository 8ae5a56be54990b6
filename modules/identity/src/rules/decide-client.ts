import {
  type Client,
  clientAddressMissing,
  clientAddressUnsafe,
  clientGrantAlone,
  clientKeyMissing,
  clientRoleForbidden,
  clientScopeMissing,
} from '../contract/index.ts'

/** The role of the platform itself. */
const ownRole = 'platform'

/** Whether an address is at the machine of whoever uses it (RFC 8252 §7.3). */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === '[::1]')
}

function isSafe(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === ''
}

/** What keeps a client from being registered, and the field that it is about. */
export interface ClientProblem {
  readonly refusal:
    | typeof clientAddressMissing
    | typeof clientAddressUnsafe
    | typeof clientGrantAlone
    | typeof clientKeyMissing
    | typeof clientRoleForbidden
    | typeof clientScopeMissing
  readonly pointer: string
}

/** What keeps a client from being registered; null when nothing does. */
export function decideClient(client: Client): ClientProblem | null {
  const has = (grant: Client['grants'][number]) => client.grants.includes(grant)
  const unsafe = client.redirectUris.findIndex(address => !isSafe(address) && !isLoopback(address))
  if (unsafe >= 0) return { refusal: clientAddressUnsafe, pointer: `/redirectUris/${unsafe}` }
  if (client.signOutUri !== null && !isSafe(client.signOutUri) && !isLoopback(client.signOutUri))
    return { refusal: clientAddressUnsafe, pointer: '/signOutUri' }
  if (has('code') !== client.redirectUris.length > 0) return { refusal: clientAddressMissing, pointer: '/redirectUris' }
  if ((has('system') || has('exchange')) && client.keys.length === 0)
    return { refusal: clientKeyMissing, pointer: '/keys' }
  const forbidden = client.roles.indexOf(ownRole)
  if (forbidden >= 0) return { refusal: clientRoleForbidden, pointer: `/roles/${forbidden}` }
  if (has('system') && client.scopes.length === 0) return { refusal: clientScopeMissing, pointer: '/scopes' }
  if (has('refresh') && !has('code') && !has('device')) return { refusal: clientGrantAlone, pointer: '/grants' }
  return null
}
