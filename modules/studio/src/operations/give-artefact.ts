import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { artefactNotFound, giveArtefact } from '../contract/index.ts'
import { stageOf } from '../rules/work-state.ts'
import { deleteArtefact, upsertArtefact } from '../store/work-artefacts.ts'
import { heldWork, pipelineOfWork } from '../views/work-parts.ts'

/** Says where an artefact lies, or takes it back. */
export const giveArtefactHandler = handle(giveArtefact, {
  tenant: input => input.organisation,
  async run({ work, artefact, link, note = '' }, context) {
    const { tx, actor, now } = context
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    const stage = stageOf(pipelineOfWork(context, row), row.stage)
    if (!stage.artefacts.some(({ id }) => id === artefact)) return refuse(artefactNotFound, { pointer: '/artefact' })
    if (link === null) await deleteArtefact(tx, work, artefact)
    else await upsertArtefact(tx, { work, stage: stage.id, artefact, link, note: note.trim(), by: actor.id, now })
    return { artefact, given: link !== null }
  },
})
