import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { findSigned, statementNotFound } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { openStatement } from '../statements.ts'

/** Gives a signed statement to what it was signed for. */
export const findSignedHandler = handle(findSigned, {
  tenant: () => platform,
  async run({ statement }, { tx, now, port }) {
    const open = await openStatement(port(keyring), tx, { statement, now })
    if (open === null || open.kept === null) return refuse(statementNotFound, { pointer: '/statement' })
    const { row, prepared, kept } = open
    return {
      account: row.account,
      actingFor: row.actingFor,
      fingerprint: row.fingerprint,
      text: prepared.text,
      signature: kept.signature,
      signed: kept.by,
    }
  },
})
