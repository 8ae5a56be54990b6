import { packages } from '@tereze/catalogue/contract'
import { type Context, job } from '@tereze/foundation-operations'
import { decideStep, type Step } from '@tereze/regulation'
import { termPassed } from '../contract/index.ts'
import { type Making, makingOf } from '../definition/rule-making.ts'
import { momentOf } from '../rules/moment-of.ts'
import { nextMoment } from '../rules/next-moment.ts'
import { duePassing, holdRegulation, listPassing, type RegulationRow, updateRegulation } from '../store/regulations.ts'
import { keepStep } from '../taking/keep-step.ts'

const batch = 50

/** A step of the calendar, where it changes something. */
async function passOne(context: Context, row: RegulationRow, making: Making, step: Step): Promise<RegulationRow> {
  const now = momentOf(context.now, making.zone)
  const done = decideStep(row.life, step, { who: null, now, rules: making.rules })
  if (!done.ok || JSON.stringify(done.life) === JSON.stringify(row.life)) return row
  return keepStep(context, row, making, { step, who: null, life: done.life })
}

/** Whoever let their term pass is late, once, and is told of; where silence is agreement, it has agreed. */
async function passTerms(context: Context, row: RegulationRow, making: Making): Promise<RegulationRow> {
  const { now, tx, emit } = context
  const isOver = (dueAt: string | null) => dueAt !== null && Date.parse(dueAt) <= now.getTime()
  const passed = row.turns.filter(({ dueAt, late }) => !late && isOver(dueAt))
  if (passed.length === 0) return row
  const turns = row.turns.map(turn => (passed.includes(turn) ? { ...turn, late: true } : turn))
  let next: RegulationRow = { ...row, turns, nextAt: nextMoment(row.life, turns, making.zone) }
  await updateRegulation(tx, { ...next, now })
  for (const { body, what } of passed) {
    await emit(termPassed, { subject: row.id, data: { regulation: row.id, body, what } })
    if (what === 'speak') next = await passOne(context, next, making, { step: 'pass-term', body })
  }
  return next
}

/** What days bring: terms that are over, regulations that come into force or are in force no longer. */
export const passDaysJob = job({
  name: 'regulations.pass-days',
  every: 60_000,
  due: duePassing,
  async run({ database, clock, ports, write }) {
    const due = await listPassing(database, clock.now(), batch)
    for (const { tenant, id } of due)
      await write(tenant, async context => {
        const row = await holdRegulation(context.tx, id)
        const making = makingOf(ports.get(packages), tenant)
        if (row === null || making === null) return
        const after = await passTerms(context, row, making)
        await passOne(context, after, making, { step: 'pass-day' })
      })
    return due.length
  },
})
