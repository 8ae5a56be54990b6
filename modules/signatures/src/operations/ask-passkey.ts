import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { askPasskey, statementNotFound } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { confirmations } from '../ports/signers.ts'
import { digestOf, openStatement } from '../statements.ts'

/** Gives what a browser needs to confirm a signature by a passkey. */
export const askPasskeyHandler = handle(askPasskey, {
  tenant: () => platform,
  async run({ statement }, context) {
    const { tx, now, actor, port } = context
    const open = await openStatement(port(keyring), tx, { statement, account: actor.id, now })
    if (open === null) return refuse(statementNotFound, { pointer: '/statement' })
    const digest = digestOf(open.prepared.text).toString('base64url')
    return { options: await port(confirmations).prepare(context, digest) }
  },
})
