import { decrypt, encrypt, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { calculateJwkThumbprint, compactDecrypt, errors, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

const secretName = 'credentials.responses'

/** A key pair for one answer: the public half for the wallet, the private one as it is kept. */
export async function newResponseKey(
  presentation: string,
  context: Context,
): Promise<{ publicJwk: JWK; kept: Uint8Array }> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const publicJwk = await exportJWK(pair.publicKey)
  const plain = Buffer.from(JSON.stringify(await exportJWK(pair.privateKey)))
  const secret = await context.port(keyring).secret(context.tx, secretName)
  return {
    publicJwk: { ...publicJwk, kid: await calculateJwkThumbprint(publicJwk) },
    kept: encrypt(secret, plain, presentation),
  }
}

/** What a wallet answered, decrypted; null when it is encrypted for another question or not at all. */
export async function openResponse(
  response: string,
  of: { readonly id: string; readonly responseKey: Uint8Array },
  context: Context,
): Promise<unknown> {
  const secret = await context.port(keyring).secret(context.tx, secretName)
  const jwk = JSON.parse(Buffer.from(decrypt(secret, of.responseKey, of.id)).toString()) as JWK
  try {
    const { plaintext } = await compactDecrypt(response, await importJWK(jwk, 'ECDH-ES'), {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A128GCM', 'A256GCM'],
    })
    return JSON.parse(new TextDecoder().decode(plaintext))
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}
