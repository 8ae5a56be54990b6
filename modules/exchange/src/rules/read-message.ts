import { decodeProtectedHeader } from 'jose'

/** `typ` of a message and of a reply, so that one signature never passes for the other. */
export const messageType = 'tereze-message+jws'
/** `typ` of a signed reply. */
export const replyType = 'tereze-reply+jws'

/** What a compact JWS says of itself before anything is verified: key, signer, provider. Null when it is none. */
export function peekMessage(jws: string): { kid: string; consumer: string; provider: string } | null {
  try {
    const { kid } = decodeProtectedHeader(jws)
    const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
      string,
      unknown
    >
    const { consumer, provider } = payload
    if (typeof kid !== 'string' || typeof consumer !== 'string' || typeof provider !== 'string') return null
    return { kid, consumer, provider }
  } catch {
    return null
  }
}
