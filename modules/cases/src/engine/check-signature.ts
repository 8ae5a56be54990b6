import { isRefused, languages, type Refused, refuse, suffices } from '@tereze/operation'
import { findSigned } from '@tereze/signatures/contract'
import { signatureNeeded, signatureOther, signatureWeak } from '../contract/signed.ts'
import { insertSignature } from '../store/signatures.ts'
import type { TaskRow } from '../store/tasks.ts'
import type { CaseRun } from './case-run.ts'
import type { GivenAnswers } from './given-answers.ts'
import { statementOf } from './statement-of.ts'

/** Why answers of a person are not taken for want of a signature; null where they are. What was signed is kept with the case. */
export async function checkSignature(
  run: CaseRun,
  task: TaskRow,
  { asked, given }: GivenAnswers,
  statement: string | undefined,
): Promise<Refused<'cases.signature-needed' | 'cases.signature-other' | 'cases.signature-weak'> | null> {
  const { context } = run
  const needed = asked?.layout.signature
  if (asked === null || needed === undefined) return null
  const pointer = '/signature'
  if (statement === undefined) return refuse(signatureNeeded, { pointer, params: { needed } })
  const found = await context.call(findSigned, { statement })
  if (isRefused(found)) return refuse(signatureNeeded, { pointer, params: { needed } })
  const { actor } = context
  const actingFor = actor.kind === 'person' ? actor.onBehalfOf : null
  const wanted = languages.map(language => statementOf(run, task, { asked, given }, language))
  if (found.account !== actor.id || found.actingFor !== actingFor || !wanted.includes(found.text))
    return refuse(signatureOther, { pointer })
  const { kind, at } = found.signed
  if (!suffices(kind, needed)) return refuse(signatureWeak, { pointer, params: { needed, given: kind } })
  await insertSignature(context.tx, { case: run.row.id, task: task.id, statement, kind, signer: actor.id, at })
  return null
}
