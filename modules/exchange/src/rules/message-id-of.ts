import { createHash } from 'node:crypto'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The id of a message of this exchange for one that another protocol names: a UUID as it is, anything else by its hash together with who
 * sent it, so that the same id is the same message.
 */
export function messageIdOf(given: string, member: string): string {
  if (uuid.test(given)) return given
  const hash = createHash('sha256').update(`${member}/${given}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex').slice(0, 32)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
