import { packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getStatement, statementNotFound } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { signingPrograms } from '../rules/signature-profiles.ts'
import { openStatement } from '../statements.ts'

/** Gives a statement of the caller. */
export const getStatementHandler = handle(getStatement, {
  tenant: () => platform,
  async run({ statement }, { tx, now, actor, port, concerns }) {
    const open = await openStatement(port(keyring), tx, { statement, account: actor.id, now })
    if (open === null) return refuse(statementNotFound, { pointer: '/statement' })
    const { row, prepared, kept } = open
    concerns([actor.id])
    const { fingerprint, needed, until } = row
    const programs = [...signingPrograms(port(packages))]
    return { statement, ...prepared, fingerprint, needed, until, signed: kept?.by ?? null, programs }
  },
})
