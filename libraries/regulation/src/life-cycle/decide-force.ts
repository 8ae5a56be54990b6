import type { LifeCycle } from './life-cycle.ts'
import type { RuleMaking } from './rule-making.ts'
import { refused, type Step, type StepDecided } from './step.ts'

type Own = Extract<Step, { step: 'set-force' | 'pass-day' | 'amend' | 'repeal' }>

function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The first day on which an approved regulation may come into force. */
export function earliestForce({ approval, registration }: LifeCycle, { force }: RuleMaking): string | null {
  const since = registration?.at ?? approval?.at
  return since === undefined ? null : daysAfter(since, force.after)
}

/** Decides when a regulation holds: its first day, what takes its place, its repeal. Days are those of `now` as it is given. */
export function decideForce(
  life: LifeCycle,
  step: Own,
  { now, rules }: { now: string; rules: RuleMaking },
): StepDecided {
  const today = now.slice(0, 10)
  switch (step.step) {
    case 'set-force': {
      const earliest = earliestForce(life, rules) ?? today
      if (step.on < earliest) return refused('force-too-early', { earliest })
      return { ok: true, life: { ...life, inForce: step.on } }
    }
    case 'pass-day': {
      const begun = life.stage === 'awaiting-force' && life.inForce !== null && life.inForce <= today
      const held: LifeCycle = begun ? { ...life, stage: 'in-force' } : life
      const ended = held.stage === 'in-force' && held.end !== null && held.end.from <= today
      return { ok: true, life: ended && held.end !== null ? { ...held, stage: held.end.how } : held }
    }
    case 'amend':
    case 'repeal': {
      const by = step.step === 'amend' ? step.version : step.act
      const how = step.step === 'amend' ? ('amended' as const) : ('repealed' as const)
      // The version that takes its place may have its first day moved until then.
      const isMoved = how === 'amended' && life.end?.how === how && life.end.by === by
      if (life.end !== null && !isMoved) return refused('end-known', { from: life.end.from })
      if (how === 'amended' ? step.from < today : step.from <= today) return refused('end-too-early', { today })
      return { ok: true, life: { ...life, end: { how, by, from: step.from } } }
    }
  }
}
