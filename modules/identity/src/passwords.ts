import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database, Reader, Tx } from '@tereze/foundation-database'
import { isErased, type Keys } from '@tereze/foundation-keys'
import type { Clock, Ids } from '@tereze/foundation-operations'
import { port, type Refused, refuse } from '@tereze/operation'
import { addressOfSecret, offeredSecret, stepOfCode } from './code-program.ts'
import { passwordPaused, passwordWrong } from './contract/index.ts'
import { isPassword } from './password-hash.ts'
import { platform } from './platform.ts'
import { type Failures, isPaused, pauseLife } from './rules/decide-pause.ts'
import { findProgram, updateProgramStep } from './store/code-programs.ts'
import { countFailures, deleteFailures, insertFailure, lockSubject } from './store/failures.ts'
import { findPassword } from './store/passwords.ts'

/** Cookie of a browser that signed in with a password before. */
export const knownBrowserCookie = 'tereze_known'
const knownBrowserLife = 365 * 86_400
const programContext = 'identity.code-program'

/** What somebody gave to sign in. */
export interface GivenPassword {
  readonly login: string
  readonly password: string
  readonly code: string
  /** Network address that it came from. */
  readonly address: string
  /** Value of the cookie of a known browser. */
  readonly known: string | undefined
}

/** Who signed in, by one factor or two; or why nobody did, and whose account it was about where there is one. */
export type CheckedPassword =
  | { readonly account: string; readonly second: boolean; readonly cookie: string }
  | { readonly account: string | null; readonly refused: Refused }

/** Checks passwords and codes of programs, slowing down whoever guesses. */
export interface Passwords {
  check(given: GivenPassword): Promise<CheckedPassword>
  /** What a program needs to show codes for the account of a session. */
  offer(session: string, name: string): { secret: string; address: string }
  /** Seals the secret that a session offers, when a code proves that a program has taken it. */
  seal(
    tx: Tx,
    about: { account: string; session: string; code: string; now: Date },
  ): Promise<{
    secret: Uint8Array
    lastStep: number
  } | null>
}
/** Bound by `createIdentity`. */
export const passwords = port<Passwords>('identity.passwords')

/** Passwords over the database. @param options.secret keys what failures are counted under, and offered secrets. */
export function createPasswords(options: {
  database: Database
  clock: Clock
  ids: Ids
  keys: Keys
  secret: Uint8Array
  issuer: string
  secure: boolean
  /** Whether there still is such an account. */
  knows: (account: string) => Promise<boolean>
}): Passwords {
  const { database, clock, ids, keys, secret } = options
  const macOf = (text: string) => createHmac('sha256', secret).update(text).digest()

  /** The mark of a browser that signed in under a name before; null for any other. */
  function markOf(login: string, cookie: string | undefined): string | null {
    const [mark = '', mac = ''] = (cookie ?? '').split('.')
    const given = Buffer.from(mac, 'base64url')
    const right = macOf(`known ${login} ${mark}`)
    return given.length === right.length && timingSafeEqual(given, right) ? mark : null
  }

  function knownCookie(login: string): string {
    const mark = ids.newUuid()
    const value = `${mark}.${macOf(`known ${login} ${mark}`).toString('base64url')}`
    const secure = options.secure ? '; Secure' : ''
    return `${knownBrowserCookie}=${value}; Path=/sign-in; HttpOnly; SameSite=Lax; Max-Age=${knownBrowserLife}${secure}`
  }

  /** Counts a try as failed before it is made, so that tries at once are counted too; null when it has to wait. */
  async function reserve({ login, address, known }: GivenPassword): Promise<readonly string[] | null> {
    const mark = markOf(login, known)
    const name = macOf(`name ${login}`)
    const place = macOf(`address ${address}`)
    const browser = mark === null ? null : macOf(`browser ${login} ${mark}`)
    const now = clock.now()
    const since = new Date(now.getTime() - pauseLife)
    return database.transaction(platform, async tx => {
      await lockSubject(tx, name)
      const count = (subject: Uint8Array) => countFailures(tx, platform, subject, since)
      const failures: Failures = {
        address: await count(place),
        name: await count(name),
        ownBrowser: browser === null ? null : await count(browser),
      }
      if (isPaused(failures)) return null
      const subjects = browser === null ? [name, place] : [browser]
      const counted: string[] = []
      for (const subject of subjects) {
        const failure = ids.newId('failure')
        await insertFailure(tx, { failure, subject, now })
        counted.push(failure)
      }
      return counted
    })
  }

  async function openSecret(reader: Reader, account: string, sealed: Uint8Array): Promise<string | null> {
    const opened = await keys.open(reader, platform, account, sealed, programContext)
    return isErased(opened) ? null : new TextDecoder().decode(opened)
  }

  /** Whether the second factor holds: `none` where the account has no program. */
  async function checkCode(account: string, code: string): Promise<'none' | 'held' | 'wrong'> {
    const program = await findProgram(database, platform, account)
    if (program === null) return 'none'
    const opened = await openSecret(database, account, program.secret)
    const step =
      opened === null ? null : await stepOfCode(opened, code, { now: clock.now(), lastStep: program.lastStep })
    if (step === null) return 'wrong'
    return (await database.transaction(platform, tx => updateProgramStep(tx, account, step))) ? 'held' : 'wrong'
  }

  return {
    async check(given) {
      const counted = await reserve(given)
      if (counted === null)
        return { account: null, refused: refuse(passwordPaused, { params: { minutes: pauseLife / 60_000 } }) }
      const kept = await findPassword(database, platform, given.login)
      const right = (await isPassword(given.password, kept)) && kept !== null && (await options.knows(kept.account))
      const second = right ? await checkCode(kept.account, given.code) : 'wrong'
      if (!right || second === 'wrong')
        return { account: kept?.account ?? null, refused: refuse(passwordWrong, { pointer: '/login' }) }
      await database.transaction(platform, tx => deleteFailures(tx, counted))
      return { account: kept.account, second: second === 'held', cookie: knownCookie(given.login) }
    },
    offer(session, name) {
      const offered = offeredSecret(secret, session)
      return { secret: offered, address: addressOfSecret(offered, options.issuer, name) }
    },
    async seal(tx, { account, session, code, now }) {
      const offered = offeredSecret(secret, session)
      const lastStep = await stepOfCode(offered, code, { now, lastStep: 0 })
      if (lastStep === null) return null
      const sealed = await keys.seal(tx, account, new TextEncoder().encode(offered), programContext)
      return isErased(sealed) ? null : { secret: sealed, lastStep }
    },
  }
}
