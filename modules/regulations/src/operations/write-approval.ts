import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { regulationNotFound, rulesMissing, writeApproval } from '../contract/index.ts'
import { makingOf } from '../definition/rule-making.ts'
import { approvalStatement, approvalTitle } from '../rules/approval-statement.ts'
import { findRegulation } from '../store/regulations.ts'
import { approvalOf } from '../taking/approval-of.ts'

/** What is signed to approve, in the language of whoever asks. */
export const writeApprovalHandler = handle(writeApproval, {
  tenant: input => input.organisation,
  async run({ organisation, regulation, act }, context) {
    const row = await findRegulation(context.tx, organisation, regulation)
    if (row === null) return refuse(regulationNotFound, { pointer: '/regulation' })
    const making = makingOf(context.port(packages), organisation)
    if (making === null) return refuse(rulesMissing, { pointer: '/organisation' })
    const approved = approvalOf(context, row, act)
    return {
      title: approvalTitle(approved),
      text: approvalStatement(approved, context.actor.language),
      content: approved.content,
      needed: making.rules.approval.signature ?? 'simple',
    }
  },
})
