import { installation, listPublishedOrganisations, packageDesk, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  draftNotFound,
  publicationOpen,
  publicationRequested,
  regulationKeeper,
  regulationNotInForce,
  releasesOnly,
  requestPublication,
} from '../contract/index.ts'
import { cardOf } from '../rules/decide-path.ts'
import { whyFaulty, whyNoRequest } from '../rules/decide-request.ts'
import { whyUncertified, whyUntold } from '../rules/decide-tested.ts'
import { whyNoTrial } from '../rules/decide-version-trial.ts'
import { sourceOf } from '../rules/package-files.ts'
import { problemsOf } from '../rules/problems-of.ts'
import { setVersion } from '../rules/set-version.ts'
import { holdDraft } from '../store/drafts.ts'
import { findOpenPublication, insertPublication } from '../store/publications.ts'
import { listFiles, listWriters } from '../store/revisions.ts'
import { testingOf } from '../views/testing-of.ts'

/** Asks for publication. */
export const requestPublicationHandler = handle(requestPublication, {
  tenant: input => input.organisation,
  async run({ organisation, draft, revision, version, name, notes = '', trial = null }, context) {
    const { tx, ids, now, actor, port } = context
    if (port(installation).releaseKeys !== null) return refuse(releasesOnly, { pointer: '/draft' })
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const { kind } = row
    const open = (publication: string) => refuse(publicationOpen, { pointer: '/draft', params: { publication } })
    const other = await findOpenPublication(tx, organisation, kind, row.package)
    if (other !== null) return open(other)
    const desk = port(packageDesk)
    const texts = (await listFiles(tx, organisation, draft)).map(({ path, text }) => [path, text] as const)
    const card = cardOf[kind]
    const files = new Map(texts.map(([path, text]) => [path, path === card ? setVersion(text, version) : text]))
    const source = sourceOf({ kind, package: row.package, version }, files, desk.hashOf)
    const why = whyNoRequest({
      organisation,
      draft: row,
      seen: revision,
      version,
      source,
      published: await desk.find(tx, kind, row.package),
      newest: await desk.find(tx, kind, row.package, port(packages).versions(kind, row.package).at(-1)?.version),
      isBody: id => listPublishedOrganisations(port(packages)).some(body => body.id === id),
    })
    if (why !== null) return why
    const faulty = whyFaulty(problemsOf(source, await desk.check(source)))
    if (faulty !== null) return faulty
    const law = await port(regulationKeeper).whyNot(context, { organisation, files: source.files })
    if (law !== null)
      return refuse(regulationNotInForce, { pointer: '/draft', params: { why: law.why, stage: law.stage ?? '' } })
    const onTrial = port(packages).trial(kind, row.package)
    const untried = whyNoTrial({ kind, base: row.baseVersion, share: trial, onTrial })
    if (untried !== null) return untried
    const testing = await testingOf(context, organisation, row, new Map(texts))
    const untold = whyUntold(kind, testing)
    if (untold !== null) return untold
    const uncertified = whyUncertified({ kind, base: row.baseVersion, version, ...testing })
    if (uncertified !== null) return uncertified
    const publication = ids.newId('publication')
    const kept = await insertPublication(tx, {
      id: publication,
      draft,
      kind,
      package: row.package,
      title: row.title,
      baseVersion: row.baseVersion,
      version,
      name: name.trim(),
      notes: notes.trim(),
      trial,
      revision,
      hash: source.hash,
      files: source.files,
      writers: await listWriters(tx, organisation, draft, row.baseRevision),
      by: actor.id,
      now,
    })
    // Another draft of the package was faster.
    if (!kept) return open('')
    await context.emit(publicationRequested, { subject: publication, data: { publication, draft } })
    return { publication }
  },
})
