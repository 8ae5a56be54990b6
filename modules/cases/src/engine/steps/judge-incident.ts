import { isRefused } from '@tereze/operation'
import { judgeIncident as judgeInVigilance } from '@tereze/vigilance/contract'
import { readAt } from '../../rules/pointer.ts'
import type { Step } from '../perform-step.ts'
import { StepRefused } from '../step-refused.ts'

interface Judging {
  readonly outcome: 'real' | 'false-alarm'
  readonly reason: string
  readonly until?: string
  readonly reaches?: number
}

/** Tells the rules of vigilance what the incident of a case was, with what they are to learn from a false alarm (`judging`). */
export const judgeIncident: Step = async run => {
  const incident = String(readAt(run.row.data, '/incident/incident'))
  const { outcome, reason, until, reaches } = readAt(run.row.data, '/judging') as Judging
  const exempt = until === undefined ? {} : { exempt: { until, ...(reaches === undefined ? {} : { reaches }) } }
  const judged = await run.context.call(judgeInVigilance, {
    organisation: run.service.owner,
    incident,
    outcome,
    reason,
    ...exempt,
    under: `service:${run.service.id}`,
  })
  if (isRefused(judged)) throw new StepRefused(`${run.service.id}: ${incident}`, judged)
  return true
}
