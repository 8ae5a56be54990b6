import { decodeProtectedHeader } from 'jose'

/** `typ` of a message and of a reply, so that one signature never passes for the other. */
export const messageType = 'tereze-message+jws'
/** `typ` of a signed reply. */
export const replyType = 'tereze-reply+jws'
/** What a compact JWS says of itself before anything is verified. */
export interface Peeked {
  readonly kid: string
  readonly consumer: string
  readonly provider: string
  readonly contract: string
}

/** What a compact JWS says of itself before anything is verified: key, signer, provider, contract. Null when it is none. */
export function peekMessage(jws: string): Peeked | null {
  try {
    const { kid } = decodeProtectedHeader(jws)
    const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
      string,
      unknown
    >
    const { consumer, provider, contract } = payload
    const texts = [kid, consumer, provider, contract]
    if (!texts.every(text => typeof text === 'string')) return null
    return { kid, consumer, provider, contract } as Peeked
  } catch {
    return null
  }
}
