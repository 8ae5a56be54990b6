import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { caseNotFound, ownCase, statusUnfit } from '../contract/case.ts'
import { type ActKind, statusAfter } from '../rules/status-model.ts'
import { type CaseRow, lockCase } from '../store/cases.ts'
import { mayActIn } from './acting-official.ts'

/** The case, locked, in which an official is about to make an act; a refusal where it is not theirs or the act is not possible now. */
export async function caseToActIn(
  context: Context,
  id: string,
  act: ActKind,
): Promise<CaseRow | Refused<'cases.case-not-found' | 'cases.own-case' | 'cases.status-unfit'>> {
  const row = await lockCase(context.tx, id)
  const allowed = row === null ? 'not-found' : mayActIn(context.actor, row)
  if (row === null || allowed === 'not-found') return refuse(caseNotFound, { pointer: '/case' })
  if (allowed === 'own') return refuse(ownCase)
  if (row.deadline === null || statusAfter(row.status, act) === null)
    return refuse(statusUnfit, { params: { status: row.status } })
  context.concerns([row.person])
  return row
}
