import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '@tereze/foundation-database'
import type { Clock, Ids } from '@tereze/foundation-operations'
import { port, type Refused, refuse } from '@tereze/operation'
import { codeExpired, codeMissing, signInPaused } from './contract/index.ts'
import { platform } from './platform.ts'
import type { DemoIdentity } from './ports/demo-sign-in.ts'
import { decideCode, guessing, mostTries } from './rules/decide-code.ts'
import { countGuessedCodes, findCode, insertCode, updateCodeTries, updateCodeUsed } from './store/codes.ts'

/** Sends one-time codes and checks them. */
export interface Codes {
  /** Makes a new code for an account, to be sent; the codes made before in this sign-in hold no longer. */
  make(interaction: string, account: string): Promise<{ id: string; code: string } | { refused: Refused }>
  /** Sends a new code to somebody of the demo; the codes sent before in this sign-in hold no longer. */
  send(interaction: string, identity: DemoIdentity): Promise<Refused | null>
  /** To whom the newest code of a sign-in went; null when none was sent. */
  accountOf(interaction: string): Promise<string | null>
  /** The account that the code signs in; where nothing was entered no try is used up. */
  check(interaction: string, code: string): Promise<{ account: string; refused: Refused | null }>
}
/** Bound by `createIdentity`. */
export const codes = port<Codes>('identity.codes')

/**
 * Codes of six digits that hold five minutes and five tries. At rest they are HMACs, so that a copy of the database does
 * not give them away.
 */
export function createCodes(options: {
  database: Database
  clock: Clock
  ids: Ids
  secret: Uint8Array
  sendCode: (identity: DemoIdentity, code: string) => Promise<void>
}): Codes {
  const { database, clock, ids, secret } = options
  const hashOf = (id: string, code: string) => createHmac('sha256', secret).update(`code ${id} ${code}`).digest()

  async function make(
    interaction: string,
    account: string,
  ): Promise<{ id: string; code: string } | { refused: Refused }> {
    const now = clock.now()
    const since = new Date(now.getTime() - guessing.within)
    const guessed = await countGuessedCodes(database, platform, account, since, mostTries)
    if (guessed >= guessing.codes)
      return { refused: refuse(signInPaused, { params: { minutes: guessing.within / 60_000 } }) }
    const code = ids.randomText(6, '0123456789')
    const id = ids.newId('code')
    await database.transaction(platform, tx =>
      insertCode(tx, { code: id, interaction, account, hash: hashOf(id, code), now }),
    )
    return { id, code }
  }

  return {
    make,
    async send(interaction, identity) {
      const made = await make(interaction, identity.id)
      if ('refused' in made) return made.refused
      await options.sendCode(identity, made.code)
      return null
    },
    async accountOf(interaction) {
      return (await findCode(database, platform, interaction))?.account ?? null
    },
    check(interaction, given) {
      const digits = given.replaceAll(/\s/g, '')
      if (digits === '') return Promise.resolve({ account: '', refused: refuse(codeMissing, { pointer: '/code' }) })
      return database.transaction(platform, async tx => {
        const code = await updateCodeTries(tx, interaction)
        if (code === null) return { account: '', refused: refuse(codeExpired, { pointer: '/code' }) }
        const no = decideCode(
          {
            tries: code.tries,
            sentAt: new Date(code.sentAt),
            used: code.usedAt !== null,
            right: timingSafeEqual(code.hash, hashOf(code.code, digits)),
          },
          clock.now(),
        )
        if (no === null) {
          await updateCodeUsed(tx, code.code, clock.now())
          return { account: code.account, refused: null }
        }
        const left = Math.max(0, mostTries - code.tries)
        return { account: code.account, refused: refuse(no, { pointer: '/code', params: { left } }) }
      })
    },
  }
}
