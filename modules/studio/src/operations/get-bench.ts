import { packageDesk } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { certifyTesting, draftNotFound, getBench, tellStories } from '../contract/index.ts'
import { gapsOf } from '../rules/gaps-of.ts'
import { basisOf, stateOf, storiesOf, titleOfStory } from '../rules/stories-of.ts'
import { findLastRun, findMeasure, listResults } from '../store/bench.ts'
import { listCertificates } from '../store/certificates.ts'
import { findDraft } from '../store/drafts.ts'
import { listWriters } from '../store/revisions.ts'
import { benchRun } from '../views/bench-run.ts'
import { certificateCards } from '../views/certificates.ts'
import { filesOfDraft } from '../views/draft-files.ts'

/** The test bench of a draft. */
export const getBenchHandler = handle(getBench, {
  tenant: input => input.organisation,
  async run({ organisation, draft }, context) {
    const { tx, actor, port, may } = context
    const row = await findDraft(tx, organisation, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const { hashOf } = port(packageDesk)
    const files = await filesOfDraft(tx, organisation, draft)
    const results = new Map((await listResults(tx, organisation, draft)).map(result => [result.path, result]))
    const stories = storiesOf(row.kind, files, hashOf)
    const run = await findLastRun(tx, organisation, draft)
    const items = await findMeasure(tx, organisation, draft)
    const told = stories.flatMap(({ path }) => results.get(path) ?? [])
    const certificates = await listCertificates(tx, organisation, draft)
    const writers = await listWriters(tx, organisation, draft, row.baseRevision)
    return {
      revision: row.revision,
      stories: stories.map(story => {
        const result = results.get(story.path)
        return {
          path: story.path,
          title: titleOfStory(story.text),
          state: stateOf(story, result),
          toldAt: result?.toldAt ?? null,
          told: result?.told ?? null,
        }
      }),
      run: run === null ? null : benchRun(run),
      coverage: {
        items,
        gaps: gapsOf(
          items,
          told.map(result => result.told.used),
        ),
      },
      certificates: await certificateCards(context, organisation, certificates, basisOf(row.kind, files, hashOf)),
      may: { tell: await may(tellStories), certify: !writers.includes(actor.id) && (await may(certifyTesting)) },
    }
  },
})
