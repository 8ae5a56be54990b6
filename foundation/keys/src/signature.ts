import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose'

/** A fresh ES256 pair (RFC 7518, 3.4) whose `kid` is its thumbprint (RFC 7638). */
export async function newSigningPair(): Promise<{ id: string; privateJwk: JWK; publicJwk: JWK }> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const id = await calculateJwkThumbprint(await exportJWK(pair.publicKey))
  const marks = { kid: id, alg: 'ES256', use: 'sig' }
  return {
    id,
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...marks },
    publicJwk: { ...(await exportJWK(pair.publicKey)), ...marks },
  }
}

/** A private key ready to sign. */
export interface Signer {
  readonly kid: string
  /**
   * Compact JWS (RFC 7515) over `payload`; `typ` says what is signed, so that one signature never passes for another. `x5c` puts the
   * certificates of the key into the header, base64 of DER, the key's own first.
   */
  sign(payload: string, typ: string, x5c?: readonly string[]): Promise<string>
}

/** A signer of a private ES256 key. */
export async function signerOf(privateJwk: JWK): Promise<Signer> {
  const key = await importJWK(privateJwk, 'ES256')
  const kid = privateJwk.kid ?? (await calculateJwkThumbprint(privateJwk))
  return {
    kid,
    sign: (payload, typ, x5c) =>
      new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: 'ES256', kid, typ, ...(x5c === undefined ? {} : { x5c: [...x5c] }) })
        .sign(key),
  }
}

/** Public keys ready to verify, by their point: making one out of a JWK costs as much as verifying with it. */
const ready = new Map<string, Awaited<ReturnType<typeof importJWK>>>()
const mostReady = 1_000

async function readyKey(publicJwk: JWK): Promise<Awaited<ReturnType<typeof importJWK>>> {
  const point = `${publicJwk.kty}/${publicJwk.crv}/${publicJwk.x}/${publicJwk.y}`
  const known = ready.get(point)
  if (known !== undefined) return known
  const { kty, crv, x, y } = publicJwk
  const key = await importJWK({ kty, crv, x, y } as JWK, 'ES256')
  if (ready.size >= mostReady) ready.clear()
  ready.set(point, key)
  return key
}

/** Payload of a compact JWS when the ES256 signature and `typ` are right, otherwise null. */
export async function verifySignature(jws: string, publicJwk: JWK, typ: string): Promise<string | null> {
  try {
    const key = await readyKey(publicJwk)
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['ES256'] })
    return protectedHeader.typ === typ ? new TextDecoder('utf-8', { fatal: true }).decode(payload) : null
  } catch {
    return null
  }
}
