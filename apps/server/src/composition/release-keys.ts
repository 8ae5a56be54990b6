import { readFile } from 'node:fs/promises'
import type { ReleaseKey } from '@tereze/catalogue/contract'
import { ConfigWrong } from '@tereze/foundation-config'

/**
 * The keys in a file of TEREZE_RELEASE_KEYS, a JWK Set (RFC 7517) as `tereze release keys` prints it; null where none is named.
 * @throws ConfigWrong when there is no such file, or no key in it.
 */
export async function readReleaseKeys(path: string | null): Promise<readonly ReleaseKey[] | null> {
  if (path === null) return null
  const wrong = () =>
    new ConfigWrong([
      {
        variable: 'TEREZE_RELEASE_KEYS',
        remedy: `${path} holds no keys: give what tereze release keys prints at the test installation`,
      },
    ])
  let set: unknown
  try {
    set = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    throw wrong()
  }
  const keys: unknown = typeof set === 'object' && set !== null && 'keys' in set ? set.keys : null
  const isKey = (key: unknown): key is ReleaseKey =>
    typeof key === 'object' && key !== null && 'kty' in key && key.kty === 'EC' && !('d' in key)
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isKey)) throw wrong()
  return keys
}
