import { createHmac } from 'node:crypto'
import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'

/** What is kept of a code: an HMAC under a secret of the office, so that a copy of the database does not give it away. */
export async function codeHash(
  { port, tx }: Pick<Context, 'port' | 'tx'>,
  visit: string,
  code: string,
): Promise<Buffer> {
  const secret = await port(keyring).secret(tx, 'reception.codes')
  return createHmac('sha256', secret).update(`${visit} ${code}`).digest()
}
