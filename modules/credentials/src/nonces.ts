import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { newSalt } from './hash.ts'
import { readNonce, writeNonce } from './rules/nonce.ts'
import { insertUsedNonce } from './store/nonces.ts'

const secretName = 'credentials.nonces'

/** A nonce of the transaction's organisation. */
export async function newNonce(context: Context): Promise<string> {
  return writeNonce(await context.port(keyring).secret(context.tx, secretName), context.now, newSalt())
}

/** Uses a nonce up. @returns false when it is none of the transaction's organisation, is over, or came before. */
export async function takeNonce(nonce: string, context: Context): Promise<boolean> {
  const until = readNonce(await context.port(keyring).secret(context.tx, secretName), nonce, context.now)
  return until !== null && (await insertUsedNonce(context.tx, nonce, until))
}
