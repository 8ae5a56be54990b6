import { timingSafeEqual } from 'node:crypto'
import type { Database } from '@tereze/foundation-database'
import type { Clock, Ids } from '@tereze/foundation-operations'
import type { Assurance } from '@tereze/operation'
import { port } from '@tereze/operation'
import { endSessionOf } from './end-session-of.ts'
import { platform } from './platform.ts'
import { decideSession, endOf } from './rules/decide-session.ts'
import {
  clearSessionCookie,
  newSessionCookie,
  readSessionCookie,
  secretLetters,
  setSessionCookie,
} from './rules/session-cookie.ts'
import { deleteSession, findSession, insertSession, updatePrincipal, updateSessionUse } from './store/sessions.ts'

/** A session that holds. */
export interface OpenSession {
  readonly session: string
  readonly account: string
  readonly assurance: Assurance
  readonly client: string
  readonly onBehalfOf: string | null
}

/** Opens, recognises and ends sessions. */
export interface Sessions {
  /** Opens a session and gives its Set-Cookie. The session that the browser had is ended: an id that was known before the sign-in is worth nothing after it. */
  begin(
    account: {
      account: string
      assurance: Assurance
      client: string
      openidSession: string | null
      browser: string | null
    },
    earlierCookie: string | undefined,
  ): Promise<{ session: string; setCookie: string }>
  /** Lets the person of a session act for somebody from its beginning, where they may today; gives for whom they act. */
  actFor(session: string, account: string, principal: string | null): Promise<string | null>
  /** The session of a cookie; `ended` when it was one and has expired, null when it is none of ours. */
  recognise(cookie: string | undefined): Promise<OpenSession | 'ended' | null>
  /** When a session ends unless it is used; null when it is gone. */
  untilOf(session: string): Promise<Date | null>
  /** Set-Cookie that takes the cookie away. */
  readonly clearCookie: string
  /** Ends the session of a cookie. */
  end(cookie: string | undefined): Promise<void>
}
/** Bound by `createIdentity`. */
export const sessions = port<Sessions>('identity.sessions')

/** Sessions in the database. @param options.secure whether cookies are for https only. */
export function createSessions(options: {
  database: Database
  clock: Clock
  ids: Ids
  secure: boolean
  mayActFor: (person: string, principal: string) => Promise<boolean>
}): Sessions {
  const { database, clock, ids, secure } = options

  async function find(cookie: string | undefined) {
    const proof = readSessionCookie(cookie)
    if (proof === null) return null
    const kept = await findSession(database, platform, proof.session)
    return kept !== null && timingSafeEqual(kept.secretHash, proof.secretHash) ? kept : null
  }

  return {
    async begin(account, earlierCookie) {
      const earlier = await find(earlierCookie)
      const session = ids.newId('session')
      const { value, secretHash } = newSessionCookie(
        session,
        ids.randomText(secretLetters.length, secretLetters.alphabet),
      )
      await database.transaction(platform, async tx => {
        if (earlier !== null) await deleteSession(tx, earlier.session)
        await insertSession(tx, { session, secretHash, ...account, now: clock.now() })
      })
      return { session, setCookie: setSessionCookie(value, secure) }
    },
    async actFor(session, account, principal) {
      if (principal === null || !(await options.mayActFor(account, principal))) return null
      await database.transaction(platform, tx => updatePrincipal(tx, session, principal))
      return principal
    },
    async recognise(cookie) {
      const kept = await find(cookie)
      if (kept === null) return null
      const now = clock.now()
      const decision = decideSession({ beganAt: new Date(kept.beganAt), usedAt: new Date(kept.usedAt) }, now)
      if (decision === 'ended') return 'ended'
      if (decision === 'note') await database.transaction(platform, tx => updateSessionUse(tx, kept.session, now))
      const { account, assurance, client, onBehalfOf } = kept
      return { session: kept.session, account, assurance, client, onBehalfOf }
    },
    async untilOf(session) {
      const kept = await findSession(database, platform, session)
      return kept === null ? null : endOf({ beganAt: new Date(kept.beganAt), usedAt: new Date(kept.usedAt) })
    },
    clearCookie: clearSessionCookie(secure),
    async end(cookie) {
      const kept = await find(cookie)
      if (kept !== null)
        await database.transaction(platform, tx => endSessionOf(tx, kept.session, { now: clock.now(), ids }))
    },
  }
}
