import { installation, packageDesk, packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { regulationSource } from '@tereze/regulation'
import { publicationOrdered, publicationSettled, regulationKeeper } from '../contract/index.ts'
import { whyNotPublished } from '../rules/decide-publishing.ts'
import { sourceOf } from '../rules/package-files.ts'
import { problemsOf } from '../rules/problems-of.ts'
import { findPublication, findPublicationFiles } from '../store/publications.ts'

/** A publisher ordered an approved request: the platform, whose packages are, publishes its files and tells what came of it. */
export const onPublicationOrdered = subscriber({
  name: 'studio.on-publication-ordered',
  on: [publicationOrdered],
  tenant: () => 'platform',
  async react({ tenant: organisation, data: { publication } }, context) {
    const { tx, port } = context
    const row = await findPublication(tx, organisation, publication)
    if (row?.state !== 'ordered') return
    const desk = port(packageDesk)
    const files = new Map(Object.entries(await findPublicationFiles(tx, organisation, publication)))
    const source = sourceOf(row, files, desk.hashOf)
    const law = await port(regulationKeeper).whyNot(context, { organisation, files: source.files })
    const all = port(packages)
    const changeable = [all.find(row.kind, row.package), all.versions(row.kind, row.package).at(-1)]
    const isClosed = port(installation).releaseKeys !== null
    const found = [
      ...whyNotPublished({
        approved: row,
        source,
        published: changeable.flatMap(pack => (pack == null ? [] : [pack.version])),
        found: problemsOf(source, await desk.check(source)),
        isTried: all.trial(row.kind, row.package) !== null,
      }),
      ...(law === null ? [] : [{ path: regulationSource, code: `studio.regulation-${law.why}` }]),
    ]
    // Asked for before the installation was told to take releases only.
    const problems = isClosed ? [{ path: '', code: 'studio.releases-only' }] : found
    const done = problems.length > 0 ? null : await desk.publish(context, source, row.trial ?? undefined)
    const refused = done === null ? problems : done.problems.map(({ file, code }) => ({ path: file, code }))
    await context.emit(publicationSettled, {
      subject: publication,
      data: { organisation, publication, published: refused.length === 0, problems: refused.slice(0, 50) },
    })
  },
})
