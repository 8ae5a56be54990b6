import type { Tx } from '@tereze/foundation-database'
import { deleteProgramOf } from './store/code-programs.ts'
import { deleteLinkOf } from './store/outside.ts'
import { deletePasskey } from './store/passkeys.ts'
import { deletePasswordOf } from './store/passwords.ts'
import { lockRecovery, updateRecoveryEnded } from './store/recoveries.ts'
import type { KeptWayChange } from './store/way-changes.ts'

/**
 * Takes away what a change put there, unless its owner has put something of theirs in its place since; whether there was anything.
 * A password goes without its program: a program that was there before is the owner's.
 */
export async function takeAway(tx: Tx, { account, way, deed, thing, at }: KeptWayChange, now: Date): Promise<boolean> {
  if (deed !== 'added' && deed !== 'changed' && deed !== 'code-given') return false
  switch (way) {
    case 'passkey':
      return thing !== null && deletePasskey(tx, account, thing)
    case 'password':
      return deletePasswordOf(tx, account, at)
    case 'code-program':
      return deleteProgramOf(tx, account, at)
    case 'link':
      return thing !== null && deleteLinkOf(tx, { account, provider: thing, at })
    case 'account': {
      if (thing === null || (await lockRecovery(tx, thing)) === null) return false
      await updateRecoveryEnded(tx, thing, now)
      return true
    }
  }
}
