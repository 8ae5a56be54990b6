import { createHash, timingSafeEqual } from 'node:crypto'
import type { BearerSystems } from './bearer-systems.ts'

/** A system, the role in which it comes, and the secret that it shares with us. */
export interface SharedSecret {
  readonly secret: string
  /** Name of the system, e.g. `sms-gateway`. */
  readonly name: string
  readonly organisation: string
  readonly roles: readonly string[]
}

function hashOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}

/** Systems that prove themselves by secrets given in the configuration. */
export function sharedSecrets(secrets: readonly SharedSecret[]): BearerSystems {
  const known = secrets.map(({ secret, name, organisation, roles }) => ({
    hash: hashOf(secret),
    actor: { kind: 'system' as const, id: `system:${name}`, organisation, roles, clients: [] },
  }))
  return {
    find(secret) {
      const given = hashOf(secret)
      let found: (typeof known)[number] | null = null
      for (const each of known) if (timingSafeEqual(each.hash, given)) found = each
      return found?.actor ?? null
    },
  }
}
