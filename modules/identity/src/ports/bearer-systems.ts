import type { SystemActor } from '@tereze/operation'

/** Information systems that prove themselves by a shared secret. */
export interface BearerSystems {
  /** The system whose secret this is, or null. Compares in constant time. */
  find(secret: string): Omit<SystemActor, 'language'> | null
}
