import { createHmac, timingSafeEqual } from 'node:crypto'

/** What ties the answer of a provider to the browser that asked: a signed cookie for each question, so that two tabs do not disturb each other. */
export interface Ties<Tie> {
  /** Set-Cookie that keeps a tie under the state of its question. */
  keep(state: string, tie: Tie): string
  /** The tie of a state; null when this browser has none. */
  find(cookies: Readonly<Record<string, string>>, state: string): Tie | null
  /** Set-Cookie that takes it away. */
  clear(state: string): string
}

const tieLife = 15 * 60

/** Ties in cookies. @param options.path only there the cookies are sent back. @param options.secret signs them. */
export function createTies<Tie>(options: {
  name: string
  path: string
  secret: Uint8Array
  secure: boolean
}): Ties<Tie> {
  const { name, secret } = options
  const attributes = `Path=${options.path}; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`
  const cookieOf = (state: string) => `${name}_${state.slice(0, 12)}`
  const macOf = (text: string) => createHmac('sha256', secret).update(`${name} ${text}`).digest()
  return {
    keep(state, tie) {
      const text = Buffer.from(JSON.stringify({ state, tie })).toString('base64url')
      return `${cookieOf(state)}=${text}.${macOf(text).toString('base64url')}; ${attributes}; Max-Age=${tieLife}`
    },
    find(cookies, state) {
      const [text = '', mac = ''] = (cookies[cookieOf(state)] ?? '').split('.')
      const given = Buffer.from(mac, 'base64url')
      const right = macOf(text)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null
      const kept = JSON.parse(Buffer.from(text, 'base64url').toString()) as { state: string; tie: Tie }
      // The name of the cookie holds only the beginning of the state.
      return kept.state === state ? kept.tie : null
    },
    clear: state => `${cookieOf(state)}=; ${attributes}; Max-Age=0`,
  }
}
