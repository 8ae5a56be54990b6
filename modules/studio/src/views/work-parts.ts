import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { type Pipeline, workEnded, workNotFound } from '../contract/index.ts'
import { pipelineOf } from '../rules/pipeline-of.ts'
import { type ArtefactRow, listArtefacts } from '../store/work-artefacts.ts'
import { listSpells, type SpellRow } from '../store/work-spells.ts'
import { holdWork, type WorkRow } from '../store/works.ts'

/** A work with what was done for it. */
export interface WorkParts {
  readonly row: WorkRow
  readonly pipeline: Pipeline
  readonly spells: readonly SpellRow[]
  readonly artefacts: readonly ArtefactRow[]
}

/** The pipeline that a work goes, in the version that it keeps. */
export function pipelineOfWork(context: Context, row: Pick<WorkRow, 'pipeline' | 'pipelineVersion'>): Pipeline {
  return pipelineOf(context.port(packages).get('pipeline', row.pipeline, row.pipelineVersion))
}

/** A work with what was done for it. */
export async function workParts(context: Context, organisation: string, row: WorkRow): Promise<WorkParts> {
  const { tx } = context
  return {
    row,
    pipeline: pipelineOfWork(context, row),
    spells: await listSpells(tx, organisation, [row.id]),
    artefacts: await listArtefacts(tx, organisation, [row.id]),
  }
}

/** A work that is on its way, held for a change. */
export async function heldWork(
  context: Context,
  work: string,
): Promise<WorkRow | Refused<'studio.work-not-found' | 'studio.work-ended'>> {
  const row = await holdWork(context.tx, work)
  if (row === null) return refuse(workNotFound, { pointer: '/work' })
  return row.state === 'open' ? row : refuse(workEnded, { pointer: '/work', params: { state: row.state } })
}
