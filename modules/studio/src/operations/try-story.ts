import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { benchAsked, benchBusy, draftNotFound, storyUnreadable, tryStory } from '../contract/index.ts'
import { mostRuns, runsKept } from '../rules/limits.ts'
import { kindsWithStories, whyNoStory } from '../rules/stories-of.ts'
import { countOpenRuns, insertRun } from '../store/bench.ts'
import { holdDraft } from '../store/drafts.ts'

/** Where a story that is being written is taken to lie. */
const path = 'cases/trial.case.json'

/** Tries a story that is being written. */
export const tryStoryHandler = handle(tryStory, {
  tenant: input => input.organisation,
  async run({ organisation, draft, story }, { tx, ids, now, actor, emit }) {
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt !== null || !kindsWithStories.includes(row.kind))
      return refuse(draftNotFound, { pointer: '/draft' })
    const reason = whyNoStory(story)
    if (reason !== null) return refuse(storyUnreadable, { pointer: '/story', params: { reason } })
    if ((await countOpenRuns(tx, organisation)) >= mostRuns)
      return refuse(benchBusy, { pointer: '/organisation', params: { limit: mostRuns } })
    const run = ids.newId('run')
    const stories = [{ path, text: story, basis: '' }]
    await insertRun(tx, { id: run, draft, kind: 'trial', revision: row.revision, stories, by: actor.id, now }, runsKept)
    await emit(benchAsked, { subject: draft, data: { draft, run } })
    return { run }
  },
})
