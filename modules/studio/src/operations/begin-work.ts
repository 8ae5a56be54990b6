import { packageDesk, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { beginWork, pipelineNotFound, workBegun, workOpen, worksTooMany } from '../contract/index.ts'
import { mostWorks } from '../rules/limits.ts'
import { titleOf } from '../rules/package-files.ts'
import { pipelineOf, standardPipeline } from '../rules/pipeline-of.ts'
import { findNewestDraft } from '../store/drafts.ts'
import { insertPassage } from '../store/work-passages.ts'
import { countOpenWorks, findOpenWork, insertWork } from '../store/works.ts'

/** Begins a work. */
export const beginWorkHandler = handle(beginWork, {
  tenant: input => input.organisation,
  async run(input, { tx, ids, now, actor, port, emit }) {
    const { organisation, kind, package: id, aim, pipeline: named = standardPipeline } = input
    const found = port(packages).find('pipeline', named)
    if (found === null) return refuse(pipelineNotFound, { pointer: '/pipeline' })
    const open = (work: string) => refuse(workOpen, { pointer: '/package', params: { work } })
    const other = await findOpenWork(tx, organisation, kind, id)
    if (other !== null) return open(other)
    if ((await countOpenWorks(tx, organisation)) >= mostWorks)
      return refuse(worksTooMany, { params: { limit: mostWorks } })
    const published = await port(packageDesk).find(tx, kind, id)
    const draft = await findNewestDraft(tx, organisation, kind, id)
    const pipeline = pipelineOf(found)
    const stage = pipeline.stages[0]?.id ?? ''
    const work = ids.newId('work')
    const kept = await insertWork(tx, {
      id: work,
      kind,
      package: id,
      title:
        published === null
          ? (draft?.title ?? input.title ?? { en: id, ru: id, kk: id })
          : titleOf(kind, id, new Map(Object.entries(published.files))),
      aim: aim.trim(),
      baseVersion: published?.version ?? null,
      pipeline: pipeline.id,
      pipelineVersion: pipeline.version,
      stage,
      by: actor.id,
      now,
    })
    // Somebody else was faster.
    if (!kept) return open('')
    await insertPassage(tx, { work, what: 'begun', from: null, to: stage, by: actor.id, now, reason: '' })
    await emit(workBegun, { subject: work, data: { work } })
    return { work }
  },
})
