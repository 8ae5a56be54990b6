import { packageDesk } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { certifyTesting, draftMoved, draftNotFound, testerOwn, testingCertified } from '../contract/index.ts'
import { basisOf } from '../rules/stories-of.ts'
import { insertCertificate } from '../store/certificates.ts'
import { holdDraft } from '../store/drafts.ts'
import { listWriters } from '../store/revisions.ts'
import { filesOfDraft } from '../views/draft-files.ts'

/** Certifies user testing. */
export const certifyTestingHandler = handle(certifyTesting, {
  tenant: input => input.organisation,
  async run({ organisation, draft, revision, passed, tried, found, testers }, { tx, ids, now, actor, port, emit }) {
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    if (row.revision !== revision)
      return refuse(draftMoved, { pointer: '/revision', params: { revision: row.revision } })
    const writers = await listWriters(tx, organisation, draft, row.baseRevision)
    if (writers.includes(actor.id)) return refuse(testerOwn, { pointer: '/draft' })
    const certificate = ids.newId('certificate')
    const basis = basisOf(row.kind, await filesOfDraft(tx, organisation, draft), port(packageDesk).hashOf)
    const said = { tried: tried.trim(), found: found.trim(), testers, passed }
    await insertCertificate(tx, { id: certificate, draft, revision, basis, ...said, by: actor.id, now })
    await emit(testingCertified, { subject: draft, data: { draft, certificate, passed } })
    return { certificate }
  },
})
