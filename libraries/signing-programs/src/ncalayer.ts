/**
 * The protocol of NCALayer, the signing program of the National Certification Authority of Kazakhstan (module `kz.gov.pki.knca.basics`):
 * JSON over a WebSocket of the person's own machine.
 */

/** Where the program listens. */
export const address = 'wss://127.0.0.1:13579/'

/** What the program says: that it is there, a signature, that the person changed their mind, or that it cannot. */
export type Said =
  | { readonly kind: 'here' }
  | { readonly kind: 'signed'; readonly signature: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }

/** Asks for a CMS signature beside the content (base64), with a key for signing, with a time-stamp of the authority. */
export function signRequest(content: string, language: string): string {
  return JSON.stringify({
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      allowedStorages: null,
      format: 'cms',
      data: content,
      signingParams: { decode: true, encapsulate: false, digested: false, tsaProfile: {} },
      // E-mail protection: keys of the authority for signing have it, those for signing in do not.
      signerParams: { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'], chain: null },
      locale: language,
    },
  })
}

interface Reply {
  readonly result?: { readonly version?: unknown }
  readonly status?: unknown
  readonly code?: unknown
  readonly body?: { readonly result?: unknown }
}

/** Reads what the program says; null where it says nothing that concerns a signature, as in a heartbeat. */
export function readSaid(text: string): Said | null {
  let said: Reply
  try {
    said = JSON.parse(text) as Reply
  } catch {
    // A heartbeat is no JSON.
    return null
  }
  if (said.result?.version !== undefined) return { kind: 'here' }
  if (said.status === undefined) return null
  const found = said.body?.result
  const signature = Array.isArray(found) ? found[0] : found
  if (said.status === true && typeof signature === 'string') return { kind: 'signed', signature }
  // Who closes the window of the program gets a reply without a result.
  return said.status === true || said.code === 'USER_CANCELED' ? { kind: 'cancelled' } : { kind: 'failed' }
}
