import { port } from '@tereze/operation'
import { createTies } from './openid/ties.ts'

/** For whom somebody acts who has proven it while signing in. */
export interface Acting {
  readonly account: string
  readonly principal: string
}

/** Carries it through the sign-in to the session that begins. */
export interface ActingTies {
  /** Set-Cookie that keeps it until the session begins. */
  keep(acting: Acting): string
  /** What this browser proved for an account, null for any other; and Set-Cookie that takes it away, where there was something. */
  take(
    cookies: Readonly<Record<string, string>>,
    account: string,
  ): { readonly principal: string | null; readonly cookies: readonly string[] }
}
/** Bound by `createIdentity`. */
export const actingTies = port<ActingTies>('identity.acting-ties')

const state = 'certificate'

/** Ties in a signed cookie. @param options.path only there it is sent back. */
export function createActingTies(options: { path: string; secret: Uint8Array; secure: boolean }): ActingTies {
  const ties = createTies<Acting>({ name: 'tereze_acting', ...options })
  return {
    keep: acting => ties.keep(state, acting),
    take(cookies, account) {
      const acting = ties.find(cookies, state)
      if (acting === null) return { principal: null, cookies: [] }
      return { principal: acting.account === account ? acting.principal : null, cookies: [ties.clear(state)] }
    },
  }
}
