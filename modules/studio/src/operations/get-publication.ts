import { packageDesk } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import {
  getPublication,
  publicationNotFound,
  publishPackage,
  reviewPublication,
  withdrawPublication,
} from '../contract/index.ts'
import { decideOrder, decideReview, decideWithdrawal } from '../rules/decide-publication.ts'
import { basisOf } from '../rules/stories-of.ts'
import { listCertificates } from '../store/certificates.ts'
import { findPublication, findPublicationFiles } from '../store/publications.ts'
import { certificateCards } from '../views/certificates.ts'
import { publicationCards } from '../views/publication-card.ts'

const listed = (files: Readonly<Record<string, string>>) =>
  Object.entries(files)
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))

/** One request. */
export const getPublicationHandler = handle(getPublication, {
  tenant: input => input.organisation,
  async run({ organisation, publication }, context) {
    const { tx, actor, may } = context
    const row = await findPublication(tx, organisation, publication)
    if (row === null) return refuse(publicationNotFound, { pointer: '/publication' })
    const files = await findPublicationFiles(tx, organisation, publication)
    const before =
      row.baseVersion === null ? null : await context.port(packageDesk).find(tx, row.kind, row.package, row.baseVersion)
    const [card] = await publicationCards(context, organisation, [row])
    if (card === undefined) return refuse(publicationNotFound, { pointer: '/publication' })
    const tried = await listCertificates(tx, organisation, row.draft)
    const basis = basisOf(row.kind, new Map(Object.entries(files)), context.port(packageDesk).hashOf)
    return {
      publication: card,
      hash: row.hash,
      files: listed(files),
      before: listed(before?.files ?? {}),
      certificates: await certificateCards(context, organisation, tried, basis),
      may: {
        review:
          !isRefused(decideReview(row, actor.id, { approve: true, remarks: '' })) && (await may(reviewPublication)),
        publish: !isRefused(decideOrder(row, actor.id)) && (await may(publishPackage)),
        withdraw: !isRefused(decideWithdrawal(row)) && (await may(withdrawPublication)),
      },
    }
  },
})
