import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { findSigned } from '@tereze/signatures/contract'
import { caseNotFound } from '../contract/case.ts'
import { getSigned } from '../contract/signature.ts'
import { signatureNotFound } from '../contract/signed.ts'
import { findCase } from '../store/cases.ts'
import { listSignatures } from '../store/signatures.ts'

/** Gives an official what was signed in a case, with the signature. */
export const getSignedHandler = handle(getSigned, {
  tenant: input => input.organisation,
  async run({ organisation, case: id, statement }, context) {
    const row = await findCase(context.tx, organisation, id)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const kept = await listSignatures(context.tx, row.tenant, row.id)
    const found = kept.some(one => one.statement === statement) ? await context.call(findSigned, { statement }) : null
    if (found === null || isRefused(found)) return refuse(signatureNotFound, { pointer: '/statement' })
    context.concerns([row.person])
    return { text: found.text, signature: found.signature }
  },
})
