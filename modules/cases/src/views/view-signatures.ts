import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { findSigned } from '@tereze/signatures/contract'
import type { CaseSignature } from '../contract/signed.ts'
import type { CaseRow } from '../store/cases.ts'
import { listSignatures } from '../store/signatures.ts'

/** What was signed in a case, the first first. Of a signer whose key was erased nothing is told. */
export async function viewSignatures(context: Context, row: CaseRow): Promise<CaseSignature[]> {
  const views: CaseSignature[] = []
  for (const { statement, kind, at } of await listSignatures(context.tx, row.tenant, row.id)) {
    const found = await context.call(findSigned, { statement })
    if (isRefused(found)) continue
    const { way, signer, authority, serial } = found.signed
    views.push({ statement, kind, way, signer, authority, serial, at })
  }
  return views
}
