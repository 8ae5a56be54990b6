import type { StoredKey } from './store/port.ts'

/** What the wrapping of a key is bound to: whose it is, what for, and which. */
export function contextOf(key: Pick<StoredKey, 'tenant' | 'kind' | 'owner' | 'id'>): string {
  return `${key.tenant}/${key.kind}/${key.owner}/${key.id}`
}
