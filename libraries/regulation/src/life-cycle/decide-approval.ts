import type { Taken } from './decide-agreement.ts'
import { disagreementsOf, type LifeCycle } from './life-cycle.ts'
import type { RuleMaking } from './rule-making.ts'
import { refused, type Step, type StepDecided, type StepRefused } from './step.ts'

type Own = Extract<Step, { step: 'ask-approval' | 'approve' | 'return' | 'register' }>

/** What still stands between an agreement and the approval; null: nothing. */
export function openBeforeApproval(life: LifeCycle, { expertise }: RuleMaking): StepRefused | null {
  const silent = life.asked.find(({ position }) => position === null)
  if (silent !== undefined) return refused('position-missing', { body: silent.body })
  const other = life.asked.find(({ content }) => content !== life.content)
  if (other !== undefined) return refused('text-changed', { body: other.body })
  const open = life.remarks.find(({ settled }) => settled === null)
  if (open !== undefined) return refused('remark-open', { id: open.id })
  const undecided = disagreementsOf(life).find(({ decision }) => decision === null)
  if (undecided !== undefined) return refused('disagreement-open', { body: undecided.body })
  // A disagreement that was decided for the body is worked in first: then the body, seeing the new text, agrees to it.
  const upheld = disagreementsOf(life).find(({ body, decision }) => {
    const position = life.asked.find(one => one.body === body)
    return decision?.upheld === true && (position?.at ?? '') <= decision.at
  })
  if (upheld !== undefined) return refused('remark-not-worked-in', { id: upheld.id })
  const against = life.asked.find(
    ({ body, position }) => position === 'disagrees' && !disagreementsOf(life).some(one => one.body === body),
  )
  if (against !== undefined) return refused('position-disagrees', { body: against.body })
  if (expertise === undefined) return null
  if (life.expertise === null) return refused('expertise-missing', { body: expertise.by })
  if (life.expertise.content !== life.content) return refused('text-changed', { body: expertise.by })
  return life.expertise.factors.length > 0
    ? refused('expertise-factors', { count: String(life.expertise.factors.length) })
    : null
}

/** Decides the steps from the agreed text to the signed and registered act. */
export function decideApproval(life: LifeCycle, step: Own, { who, now, rules }: Taken): StepDecided {
  switch (step.step) {
    case 'ask-approval':
      return openBeforeApproval(life, rules) ?? { ok: true, life: { ...life, stage: 'approval' } }
    case 'approve':
      if (rules.approval.fourEyes && [life.author, ...(life.writers ?? [])].includes(who.official))
        return refused('author-approves')
      if (step.over !== life.content) return refused('signature-other')
      return {
        ok: true,
        life: {
          ...life,
          stage: rules.registration === undefined ? 'awaiting-force' : 'registration',
          approval: { act: step.act, signature: step.signature, by: who.official, at: now },
        },
      }
    case 'return':
      if (step.reason.trim() === '') return refused('text-missing')
      return {
        ok: true,
        life: {
          ...life,
          stage: 'draft',
          approval: null,
          returned: [{ from: life.stage, reason: step.reason, by: who.official, at: now }, ...life.returned],
        },
      }
    case 'register':
      if (step.number.trim() === '') return refused('text-missing')
      return {
        ok: true,
        life: { ...life, stage: 'awaiting-force', registration: { number: step.number, by: who.official, at: now } },
      }
  }
}
