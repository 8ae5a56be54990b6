import type { Timestamps } from '../timestamps/timestamps.ts'

/** A JWS in JSON with one signature (flattened, RFC 7515, 7.2.2), as text members. */
export interface FlattenedJws {
  readonly protected: string
  /** Base64url; absent where the content stands beside it. */
  readonly payload?: string
  readonly signature: string
  readonly header?: { readonly etsiU?: unknown }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Reads a JWS in JSON; null when the text is none. */
export function readFlattened(text: string): FlattenedJws | null {
  if (!text.startsWith('{')) return null
  try {
    const read = JSON.parse(text) as Partial<Record<keyof FlattenedJws, unknown>>
    const whole =
      isText(read.protected) && isText(read.signature) && (read.payload === undefined || isText(read.payload))
    return whole ? (read as unknown as FlattenedJws) : null
  } catch {
    // A text that came from outside and is no JSON.
    return null
  }
}

/** What a time-stamp of a JWS covers: its signature value as it is written, base64url (ETSI TS 119 182-1, 5.3.4). */
export function stampedText(signature: string): Uint8Array {
  return new TextEncoder().encode(signature)
}

/** A member of `etsiU`: clear, or base64url of its JSON (5.3.1). */
function memberOf(value: unknown): Record<string, unknown> {
  let member = value
  if (isText(value)) {
    try {
      member = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))
    } catch {
      // A text that came from outside and is no member.
      return {}
    }
  }
  return typeof member === 'object' && member !== null ? (member as Record<string, unknown>) : {}
}

/** More time-stamps no signature has in earnest; each costs work. */
const mostStamps = 10

/** Time-stamps over the signature value, DER (`sigTst`, 5.3.4). */
export function timestampsIn({ header }: FlattenedJws): Uint8Array[] {
  const members = Array.isArray(header?.etsiU) ? header.etsiU.slice(0, 100) : []
  const tokens = members.flatMap(one => {
    const { tstTokens } = (memberOf(one).sigTst ?? {}) as { readonly tstTokens?: unknown }
    return Array.isArray(tstTokens) ? tstTokens : []
  })
  return tokens
    .map(token => (token as { readonly val?: unknown } | null)?.val)
    .filter(isText)
    .slice(0, mostStamps)
    .map(value => new Uint8Array(Buffer.from(value, 'base64')))
}

/**
 * Adds a time-stamp to a JWS: JAdES baseline B becomes T, and T gets one more. A compact one becomes JSON, as only that has room for it.
 * @throws Error when the text is no JWS; TimestampFailed when no clock answers.
 */
export async function stampJws(jws: string, timestamps: Timestamps): Promise<string> {
  const [head = '', payload = '', value = '', ...more] = jws.split('.')
  const compact = value === '' || more.length > 0 ? null : { protected: head, signature: value }
  const flattened =
    readFlattened(jws) ?? (compact === null ? null : { ...compact, ...(payload === '' ? {} : { payload }) })
  if (flattened === null) throw new Error('no JWS')
  const token = Buffer.from(await timestamps.stamp(stampedText(flattened.signature))).toString('base64')
  const stamp = Buffer.from(JSON.stringify({ sigTst: { tstTokens: [{ val: token }] } })).toString('base64url')
  const known = (flattened as FlattenedJws).header
  const etsiU = [...(Array.isArray(known?.etsiU) ? known.etsiU : []), stamp]
  return JSON.stringify({ ...flattened, header: { ...known, etsiU } })
}
