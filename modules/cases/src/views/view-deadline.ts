import { textOf } from '@tereze/catalogue/contract'
import { localDate } from '@tereze/foundation-operations'
import type { Text } from '@tereze/operation'
import { type Explained, explainDeadline, type Stage, type Term as WorkingTerm } from '@tereze/working-time'
import type { DeadlineView } from '../contract/deadline.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { heldSuspension } from '../engine/suspension.ts'
import { countStages } from '../rules/deadlines.ts'
import { type DeadlineRow, findDeadline } from '../store/deadlines.ts'
import { listStageTimes } from '../store/stage-times.ts'
import { groundText, groundWords } from './act-words.ts'
import { findText, mapText, sameText, wordPackages } from './words.ts'

/** A deadline in words of three languages, with the days and clauses as the jurisdiction calls them. */
function inWords(run: CaseRun, explained: Explained): { summary: Text; lines: Text[] } {
  const { jurisdiction, packages, service } = run
  const told = (language: 'en' | 'ru' | 'kk') =>
    explainDeadline(explained, language, {
      day: key => textOf(jurisdiction, key.replace(/^message:/, ''))[language],
      clause: clause => groundWords(packages, service, clause)?.[language],
    })
  const words = { en: told('en'), ru: told('ru'), kk: told('kk') }
  return {
    summary: mapText(language => words[language].summary),
    lines: words.en.lines.map((_, index) => mapText(language => words[language].lines[index] ?? '')),
  }
}

/** Stages with a term, in their order, with when each began and ended: a stage ends when a later one begins, or the case. */
async function stagesOf(run: CaseRun): Promise<Stage[]> {
  const { row, service, context } = run
  const times = await listStageTimes(context.tx, row.tenant, row.id)
  return service.regulation.procedures.map(({ id, deadline }): Stage => {
    const place = times.findIndex(({ stage }) => stage === id)
    const started = times[place]?.at
    const finished = times[place + 1]?.at ?? row.endedAt
    return {
      id,
      term: deadline as WorkingTerm,
      ...(started === undefined ? {} : { startedAt: new Date(started).toISOString() }),
      ...(started === undefined || finished === null ? {} : { finishedAt: new Date(finished).toISOString() }),
    }
  })
}

async function viewStages(run: CaseRun, kept: DeadlineRow): Promise<DeadlineView['stages']> {
  const stages = await stagesOf(run)
  const counted = countStages(run.jurisdiction, run.zone, kept, stages)
  if (!counted.ok) return []
  const words = wordPackages(run.packages, run.service)
  return counted.stages.map(({ id, state, date, at, late, trace }, index) => {
    const { term, startedAt } = stages[index] ?? { term: { workingDays: 0 } }
    return {
      stage: id,
      title: findText(words, `stage.${id}`) ?? sameText(id),
      state,
      date,
      late: late || (state === 'running' && Date.parse(at) <= run.context.now.getTime()),
      summary: inWords(run, { term, from: startedAt ?? kept.from, date, at, trace }).summary,
    }
  })
}

function viewSuspension(run: CaseRun, { suspensions }: DeadlineRow): DeadlineView['suspended'] {
  const held = run.row.status === 'in-progress' ? heldSuspension(run.row) : null
  const since = suspensions.find(({ act }) => act === held?.act)?.from
  if (held === null || !held.open || since === undefined) return null
  return {
    since: localDate(since, run.zone),
    until: held.lastDay,
    waitsFor: held.until,
    ground: groundText(run, 'suspend', held.ground),
  }
}

/** The deadline of a case in words, with why that day, what suspended and prolonged it, and the terms of its stages; null while there is none. */
export async function viewDeadline(run: CaseRun): Promise<DeadlineView | null> {
  const { row, context } = run
  if (row.deadline === null) return null
  const kept = await findDeadline(context.tx, row.tenant, row.id)
  if (kept === null) return null
  const { term, from, date, at, trace } = kept
  return {
    date,
    at,
    ...inWords(run, { term: term as WorkingTerm, from, date, at, trace }),
    suspended: viewSuspension(run, kept),
    extensions: kept.extensions.length,
    stages: await viewStages(run, kept),
  }
}
