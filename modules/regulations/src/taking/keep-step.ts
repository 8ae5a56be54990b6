import type { Context } from '@tereze/foundation-operations'
import type { DigitalRegulation, LifeCycle, Who } from '@tereze/regulation'
import { cameIntoForce, forceEnded, stepTaken } from '../contract/index.ts'
import type { Making } from '../definition/rule-making.ts'
import { momentOf } from '../rules/moment-of.ts'
import { nextMoment } from '../rules/next-moment.ts'
import { turnsAfter } from '../rules/turns-after.ts'
import { type RegulationRow, updateRegulation } from '../store/regulations.ts'
import { insertStep } from '../store/steps.ts'
import { insertText } from '../store/texts.ts'

/** A step that was decided: what it was, who took it, what the life became; with the text where it is another one. */
export interface Decided {
  readonly step: { readonly step: string }
  /** null: the calendar. */
  readonly who: Who | null
  readonly life: LifeCycle
  readonly text?: { readonly regulation: DigitalRegulation; readonly content: string; readonly text: string }
}

/** Keeps a step with all that follows from it, in the transaction of the owner, and announces it. */
export async function keepStep(
  context: Context,
  row: RegulationRow,
  { rules, zone, count }: Making,
  { step, who, life, text }: Decided,
): Promise<RegulationRow> {
  const { tx, now, emit } = context
  const turns = turnsAfter(row.turns, life, { rules, now: momentOf(now, zone), count })
  const next: RegulationRow = {
    ...row,
    title: text?.regulation.name ?? row.title,
    kind: text?.regulation.kind ?? row.kind,
    life,
    stage: life.stage,
    turns,
    bodies: [...new Set([...row.bodies, ...turns.map(({ body }) => body)])],
    inForce: life.inForce,
    endsOn: life.end?.from ?? null,
    nextAt: nextMoment(life, turns, zone),
    steps: row.steps + 1,
    texts: row.texts + (text === undefined ? 0 : 1),
    changedAt: now.toISOString(),
  }
  if (text !== undefined)
    await insertText(tx, row.id, { number: next.texts, content: text.content, text: text.text, now })
  await insertStep(tx, row.id, {
    number: next.steps,
    step,
    body: who?.body ?? null,
    official: who?.official ?? null,
    now,
  })
  await updateRegulation(tx, { ...next, now })
  const { id: regulation, code, version } = row
  await emit(stepTaken, { subject: regulation, data: { regulation, step: step.step, stage: life.stage } })
  if (row.stage !== life.stage && life.stage === 'in-force')
    await emit(cameIntoForce, { subject: regulation, data: { regulation, code, version } })
  if (row.stage !== life.stage && (life.stage === 'amended' || life.stage === 'repealed'))
    await emit(forceEnded, { subject: regulation, data: { regulation, code, version, how: life.stage } })
  return next
}
