import { type CaseOutcome, caseDecided } from '../../contract/case.ts'
import { groundOfAct } from '../../definition/jurisdiction.ts'
import type { Correction } from '../../rules/correction-form.ts'
import { writeAt } from '../../rules/pointer.ts'
import type { InstanceRow } from '../../store/instances.ts'
import { setDeadline } from '../case-deadline.ts'
import { type CaseRun, note } from '../case-run.ts'
import { lastOfficial } from '../last-official.ts'
import type { Step } from '../perform-step.ts'

/** Writes a legal act with its number inside the case, its ground and signatory. */
export async function writeAct(
  run: CaseRun,
  kind: string,
  detail: {
    ground?: string | null
    grounds?: readonly string[]
    signatory?: string
    text?: string
    automaticClause?: string | null
  } = {},
): Promise<void> {
  const { context, row, service } = run
  const { actor } = context
  const id = context.ids.newId('act')
  run.draft.addAct(place => ({
    id,
    kind,
    number: `${row.number}/${place}`,
    ground: detail.ground ?? groundsText(run, detail.grounds) ?? groundOfAct(run.jurisdiction, kind),
    grounds: detail.grounds ?? [],
    automaticClause: detail.automaticClause ?? null,
    signatory: detail.signatory ?? (actor.kind === 'official' ? actor.id : service.owner),
    text: detail.text === undefined ? null : { en: detail.text, ru: detail.text, kk: detail.text },
    at: context.now.toISOString(),
  }))
}

interface Found {
  readonly outcome?: string
  readonly reason?: string
  readonly refusals?: readonly string[]
  readonly grounds?: readonly string[]
}

const part = (run: CaseRun, name: string): Found => (run.row.data[name] ?? {}) as Found

function groundsText(run: CaseRun, refusals: readonly string[] | undefined): string | null {
  const all = Object.values(run.service.regulation.grounds).flat()
  const clauses = (refusals ?? []).map(id => all.find(ground => ground.id === id)?.clause ?? id)
  return clauses.length === 0 ? null : clauses.join(', ')
}

async function registration(run: CaseRun): Promise<void> {
  const { row, context } = run
  row.status = 'in-progress'
  row.registeredAt = context.now.toISOString()
  setDeadline(run)
  await writeAct(run, 'registration')
  await note(run, 'timeline.registered', 'us', { number: row.number })
}

async function close(run: CaseRun, kind: string, outcome: CaseOutcome, grounds: readonly string[]): Promise<void> {
  run.row.status = 'closed'
  run.row.outcome = outcome
  await writeAct(run, kind, { grounds })
  await note(run, `timeline.${kind}`, 'us')
}

/** What was decided: what the rules gave, what the official decided instead, or what the appeal turned it into. */
function decidedBy(run: CaseRun, official: string | null): Record<string, unknown> {
  const ruled = (run.row.data.decision ?? {}) as Record<string, unknown>
  const review = part(run, 'review')
  const appeal = part(run, 'appealReview')
  const reviewed = review.outcome === undefined ? {} : review
  const upheld = appeal.outcome === 'upheld'
  const turned = upheld ? { outcome: 'granted', refusals: [], reason: appeal.reason ?? null } : {}
  const byPerson = upheld || review.outcome !== undefined
  return {
    ...ruled,
    refusals: [],
    ...(byPerson ? {} : { refusals: ruled.refusals ?? [] }),
    ...reviewed,
    ...turned,
    automatic: !byPerson,
    official: byPerson ? official : null,
  }
}

/** The decision becomes final. */
async function decision(run: CaseRun, instance: InstanceRow): Promise<void> {
  const { row, context, service } = run
  const decided = decidedBy(run, await lastOfficial(run, instance.id))
  row.data = { ...row.data, decision: decided }
  row.status = 'decided'
  row.outcome = decided.outcome as CaseOutcome
  row.decidedAt = context.now.toISOString()
  const { automatic, official, reason } = decided
  const grounds = decided.refusals as readonly string[]
  await writeAct(run, 'decision', {
    grounds,
    ...(automatic === true ? { automaticClause: service.regulation.automatic?.clause ?? null } : {}),
    ...(typeof official === 'string' ? { signatory: official } : {}),
    ...(typeof reason === 'string' ? { text: reason } : {}),
  })
  await note(run, `timeline.decided.${row.outcome}`, automatic === true ? 'us' : 'official')
  await context.emit(caseDecided, {
    subject: row.id,
    data: { case: row.id, service: row.service, outcome: row.outcome, automatic: automatic === true },
  })
}

async function correction(run: CaseRun): Promise<void> {
  const { changes } = (run.row.data.correction ?? {}) as { changes?: readonly Correction[] }
  for (const { pointer, value } of changes ?? []) run.row.data = writeAt(run.row.data, pointer, value)
  const { reason } = part(run, 'correctionReview')
  await writeAct(run, 'correction', reason === undefined ? {} : { text: reason })
  await note(run, 'timeline.corrected', 'official')
}

async function appealOutcome(run: CaseRun): Promise<void> {
  const { outcome, reason } = part(run, 'appealReview')
  run.row.appeal = outcome === 'upheld' ? 'upheld' : 'dismissed'
  await writeAct(run, 'appeal-outcome', reason === undefined ? {} : { text: reason })
  await note(run, `timeline.appeal.${run.row.appeal}`, 'official')
}

/** Records a legal act; what it does to the case's status belongs to it. */
export const recordAct: Step = async (run, instance, call) => {
  const kind = call.attributes.ref ?? ''
  switch (kind) {
    case 'registration':
      await registration(run)
      break
    case 'refusal-to-accept': {
      const acceptance = ((run.row.data.decisions ?? {}) as Record<string, Found>).acceptance
      await close(run, kind, 'discontinued', acceptance?.grounds ?? [])
      break
    }
    case 'discontinuance':
      await close(run, kind, 'discontinued', ['no-answer'])
      break
    case 'decision':
      await decision(run, instance)
      break
    case 'correction':
      await correction(run)
      break
    case 'appeal':
      run.row.appeal = 'open'
      run.row.appealedAt = run.context.now.toISOString()
      await writeAct(run, 'appeal')
      await note(run, 'timeline.appealed', 'you')
      break
    case 'appeal-outcome':
      await appealOutcome(run)
      break
    default:
      await writeAct(run, kind)
  }
  return true
}
