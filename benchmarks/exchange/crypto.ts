import { newSigningPair, signerOf, verifySignature } from '@tereze/foundation-keys'

/** What the signatures of a round trip cost by themselves, in one thread. */
export interface CryptoBound {
  /** Round trips a second when nothing but signing and verifying message and reply is done. */
  readonly perSecond: number
  /** The same for a provider whose asker signs elsewhere: one verified, one signed. */
  readonly servedPerSecond: number
}

const messageType = 'tereze-message+jws'

/** Measures ES256 over messages as long as these for so many milliseconds each. */
export async function cryptoBound(message: string, reply: string, milliseconds: number): Promise<CryptoBound> {
  const pair = await newSigningPair()
  const signer = await signerOf(pair.privateJwk)
  const signed = await signer.sign(message, messageType)
  const rate = async (once: () => Promise<unknown>) => {
    const started = performance.now()
    let count = 0
    for (; performance.now() - started < milliseconds; count++) await once()
    return Math.round(count / ((performance.now() - started) / 1000))
  }
  const serve = async () => {
    if ((await verifySignature(signed, pair.publicJwk, messageType)) === null) throw new Error('a signature broke')
    return signer.sign(reply, messageType)
  }
  const whole = async () => {
    const sent = await signer.sign(message, messageType)
    if ((await verifySignature(sent, pair.publicJwk, messageType)) === null) throw new Error('a signature broke')
    return verifySignature(await signer.sign(reply, messageType), pair.publicJwk, messageType)
  }
  return { perSecond: await rate(whole), servedPerSecond: await rate(serve) }
}
