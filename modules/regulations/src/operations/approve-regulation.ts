import { packages } from '@tereze/catalogue/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { type InputOf, isRefused, languages, refuse, type SignatureKind, suffices } from '@tereze/operation'
import { decideStep, type Step } from '@tereze/regulation'
import { findSigned } from '@tereze/signatures/contract'
import {
  approveRegulation,
  regulationNotFound,
  rulesMissing,
  signatureNeeded,
  signatureOther,
  signatureWeak,
} from '../contract/index.ts'
import { makingOf } from '../definition/rule-making.ts'
import { approvalStatement } from '../rules/approval-statement.ts'
import { momentOf } from '../rules/moment-of.ts'
import { holdRegulation, type RegulationRow } from '../store/regulations.ts'
import { approvalOf } from '../taking/approval-of.ts'
import { keepStep } from '../taking/keep-step.ts'
import { refusedStep } from '../taking/refused-step.ts'

/** What the approval is signed with: the statement, or the sign-in where that is enough; or why it is not. */
async function signatureOf(
  context: Context,
  row: RegulationRow,
  { act, signature }: InputOf<typeof approveRegulation>,
  needed: SignatureKind,
) {
  const pointer = '/signature'
  if (signature === undefined)
    return needed === 'simple' ? 'simple' : refuse(signatureNeeded, { pointer, params: { needed } })
  const found = await context.call(findSigned, { statement: signature })
  if (isRefused(found)) return refuse(signatureNeeded, { pointer, params: { needed } })
  // Nothing that was kept is believed: the words are written anew.
  const wanted = languages.map(language => approvalStatement(approvalOf(context, row, act), language))
  if (found.account !== context.actor.id || !wanted.includes(found.text)) return refuse(signatureOther, { pointer })
  const { kind } = found.signed
  return suffices(kind, needed) ? signature : refuse(signatureWeak, { pointer, params: { needed, given: kind } })
}

/** Approves a regulation by a signature over its very text. */
export const approveRegulationHandler = handle(approveRegulation, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { organisation, regulation, act, content } = input
    const { tx, now, actor, port } = context
    const row = await holdRegulation(tx, regulation)
    if (row === null) return refuse(regulationNotFound, { pointer: '/regulation' })
    const making = makingOf(port(packages), organisation)
    if (making === null) return refuse(rulesMissing, { pointer: '/organisation' })
    const { rules } = making
    const who = { official: actor.id, body: `org:${organisation}` }
    const step = (signature: string): Step => ({ step: 'approve', act: act.trim(), signature, over: content })
    const moment = { who, now: momentOf(now, making.zone), rules }
    // Whether it may be approved at all is told before a signature is asked for.
    const first = decideStep(row.life, step(''), moment)
    if (!first.ok) return refusedStep(first)
    const signature = await signatureOf(context, row, input, rules.approval.signature ?? 'simple')
    if (isRefused(signature)) return signature
    const done = decideStep(row.life, step(signature), moment)
    if (!done.ok) return refusedStep(done)
    const { stage } = await keepStep(context, row, making, { step: step(signature), who, life: done.life })
    return { regulation, stage }
  },
})
