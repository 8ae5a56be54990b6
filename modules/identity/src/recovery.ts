import { createHmac } from 'node:crypto'
import type { Database } from '@tereze/foundation-database'
import type { Clock, Ids } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'
import { endSessionOf } from './end-session-of.ts'
import { platform } from './platform.ts'
import { deleteProgram } from './store/code-programs.ts'
import { deletePayloadsOfAccount } from './store/openid.ts'
import { deleteLinksOf } from './store/outside.ts'
import { deletePasskeysOf } from './store/passkeys.ts'
import { deletePassword } from './store/passwords.ts'
import { updateRecoveryUsed } from './store/recoveries.ts'
import { listSessionsOf } from './store/sessions.ts'
import { tellWayChangeAlone } from './tell-way-change.ts'

/** How long a recovery waits for a second official, and its code for the person, milliseconds. */
export const recoveryLife = 24 * 3_600_000

/** Letters of a paper code: none that is taken for another, and no vowels that make words. 16 of them are 75 random bits. */
const letters = 'BCDFGHJKMNPQRSTVWXYZ346789'

/** Paper codes, and what they open. */
export interface Recoveries {
  /** A new code as it is printed, `BCDF-GHJK-…`, and the hash that is kept. */
  newCode(): { code: string; hash: Uint8Array }
  /**
   * Opens the account of a code that holds: whatever opened it before is worth nothing from then on. Null for any other code.
   */
  use(code: string): Promise<string | null>
}
/** Bound by `createIdentity`. */
export const recoveries = port<Recoveries>('identity.recoveries')

/** Recoveries over the database. @param options.secret keys the hashes of codes. */
export function createRecoveries(options: {
  database: Database
  clock: Clock
  ids: Ids
  secret: Uint8Array
}): Recoveries {
  const { database, clock, ids, secret } = options
  const hashOf = (code: string) =>
    new Uint8Array(
      createHmac('sha256', secret)
        .update(`paper code ${code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`)
        .digest(),
    )
  return {
    newCode() {
      const code = ids.randomText(16, letters).replaceAll(/(.{4})(?=.)/g, '$1-')
      return { code, hash: hashOf(code) }
    },
    use(code) {
      const now = clock.now()
      return database.transaction(platform, async tx => {
        const used = await updateRecoveryUsed(tx, hashOf(code), now)
        if (used === null) return null
        const { person } = used
        await deletePasskeysOf(tx, person)
        await deletePassword(tx, person)
        await deleteProgram(tx, person)
        await deleteLinksOf(tx, person)
        for (const { session } of await listSessionsOf(tx, platform, person, new Date(0)))
          await endSessionOf(tx, session, { now, ids })
        await deletePayloadsOfAccount(tx, person)
        await tellWayChangeAlone(tx, { now, ids }, { account: person, way: 'account', deed: 'recovered' })
        return person
      })
    },
  }
}
