import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { commentCase, officialUnknown } from '../contract/comment.ts'
import { colleaguesOf } from '../engine/colleagues.ts'
import { findCase } from '../store/cases.ts'
import { insertComment } from '../store/comments.ts'

/** Adds an internal comment to a case. */
export const commentCaseHandler = handle(commentCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null || row.person === context.actor.id) return refuse(caseNotFound, { pointer: '/case' })
    const { mentions = [] } = input
    const known = new Set((await colleaguesOf(context, row.tenant, mentions)).map(({ official }) => official))
    const unknown = mentions.findIndex(official => !known.has(official))
    if (unknown >= 0) return refuse(officialUnknown, { pointer: `/mentions/${unknown}` })
    context.concerns([row.person])
    const comment = context.ids.newId('comment')
    await insertComment(context.tx, {
      id: comment,
      caseId: row.id,
      kind: 'comment',
      at: context.now.toISOString(),
      author: context.actor.id,
      receiver: null,
      node: null,
      text: input.text.trim(),
      mentions,
    })
    return { comment }
  },
})
