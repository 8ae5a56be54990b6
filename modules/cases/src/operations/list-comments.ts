import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { listComments } from '../contract/comment.ts'
import { findService } from '../definition/service.ts'
import { colleaguesOf, namesOf } from '../engine/colleagues.ts'
import { findCase, listCasesById } from '../store/cases.ts'
import { type CommentPlace, listCommentsMentioning, listCommentsOfCase } from '../store/comments.ts'
import { taskTitle } from '../views/view-card.ts'

const usualLimit = 50
/** Names that one page looks up; those beyond stay ids. */
const mostNames = 500

function readPlace(cursor: string | undefined): CommentPlace | null {
  const [at = '', id] = (cursor ?? '').split('~')
  return id === undefined || Number.isNaN(Date.parse(at)) ? null : { at, id }
}

/** Lists the comments of a case, or those that mention the official who reads. */
export const listCommentsHandler = handle(listComments, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { organisation, limit = usualLimit } = input
    const { tx, actor } = context
    const after = readPlace(input.after)
    if (input.case !== undefined && (await findCase(tx, organisation, input.case)) === null)
      return refuse(caseNotFound, { pointer: '/case' })
    const comments =
      input.case === undefined
        ? await listCommentsMentioning(tx, organisation, actor.id, after, limit + 1)
        : await listCommentsOfCase(tx, organisation, input.case, after, limit + 1)
    const shown = comments.slice(0, limit)
    const ids = [...new Set(shown.map(comment => comment.caseId))]
    const cases = new Map((await listCasesById(tx, organisation, ids)).map(row => [row.id, row]))
    const named = shown.flatMap(({ author, receiver, mentions }) => [
      author,
      ...(receiver === null ? [] : [receiver]),
      ...mentions,
    ])
    const names = namesOf(
      named.length === 0 ? [] : await colleaguesOf(context, organisation, named.slice(0, mostNames)),
    )
    const who = (official: string) => ({ official, name: names.get(official) ?? null })
    const all = context.port(packages)
    context.concerns([...cases.values()].map(row => row.person))
    const items = shown.flatMap(comment => {
      const row = cases.get(comment.caseId)
      if (row === undefined) return []
      const service = findService(all, row.service, row.serviceVersion)
      const { id, kind, at, author, receiver, node, text, mentions } = comment
      return [
        {
          comment: id,
          case: row.id,
          number: row.number,
          kind,
          at,
          by: who(author),
          to: receiver === null ? null : who(receiver),
          about: node === null || service === null ? null : taskTitle(all, service, { node }),
          text,
          mentions: mentions.map(who),
        },
      ]
    })
    const last = shown.at(-1)
    return { items, next: comments.length > limit && last ? `${last.at}~${last.id}` : null }
  },
})
