import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { keepSignature, type SignedBy, statementNotFound, statementSigned } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { openStatement, sealPart } from '../statements.ts'
import { updateSigned } from '../store/statements.ts'

/** Keeps the signature of a statement that was made elsewhere and has been checked. */
export const keepSignatureHandler = handle(keepSignature, {
  tenant: () => platform,
  async run({ statement, account, signature, signed: checked }, { tx, now, port, concerns }) {
    const keys = port(keyring)
    const open = await openStatement(keys, tx, { statement, account, now })
    if (open === null) return refuse(statementNotFound, { pointer: '/statement' })
    if (open.row.signed !== null) return refuse(statementSigned)
    const by: SignedBy = { ...checked, way: 'certificate', at: now.toISOString() }
    const signed = await sealPart(keys, tx, { account, statement, part: 'signed', value: { by, signature } })
    if (signed === null) return refuse(statementNotFound, { pointer: '/statement' })
    if (!(await updateSigned(tx, statement, { kind: by.kind, way: by.way, signed, now })))
      return refuse(statementSigned)
    concerns([account], [`serial:${by.serial}`])
    return by
  },
})
