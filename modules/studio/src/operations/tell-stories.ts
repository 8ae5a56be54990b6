import { packageDesk } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { benchAsked, benchBusy, draftNotFound, storiesNone, storyNotFound, tellStories } from '../contract/index.ts'
import { mostRuns, runsKept } from '../rules/limits.ts'
import { storiesOf, whyNoStory } from '../rules/stories-of.ts'
import { countOpenRuns, insertRun } from '../store/bench.ts'
import { holdDraft } from '../store/drafts.ts'
import { filesOfDraft } from '../views/draft-files.ts'

/** Tells the stories of a draft. */
export const tellStoriesHandler = handle(tellStories, {
  tenant: input => input.organisation,
  async run({ organisation, draft, paths }, { tx, ids, now, actor, port, emit }) {
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const files = await filesOfDraft(tx, organisation, draft)
    const all = storiesOf(row.kind, files, port(packageDesk).hashOf)
    const missing = paths?.find(path => !all.some(story => story.path === path))
    if (missing !== undefined) return refuse(storyNotFound, { pointer: '/paths', params: { path: missing } })
    const stories = all.filter(({ path, text }) => (paths?.includes(path) ?? true) && whyNoStory(text) === null)
    if (stories.length === 0) return refuse(storiesNone, { pointer: '/draft' })
    if ((await countOpenRuns(tx, organisation)) >= mostRuns)
      return refuse(benchBusy, { pointer: '/organisation', params: { limit: mostRuns } })
    const run = ids.newId('run')
    const { revision } = row
    await insertRun(tx, { id: run, draft, kind: 'stories', revision, stories, by: actor.id, now }, runsKept)
    await emit(benchAsked, { subject: draft, data: { draft, run } })
    return { run }
  },
})
