import { decideAgreement } from './decide-agreement.ts'
import { decideApproval } from './decide-approval.ts'
import { decideForce } from './decide-force.ts'
import type { LifeCycle, Stage, Who } from './life-cycle.ts'
import type { RuleMaking } from './rule-making.ts'
import { refused, type Step, type StepDecided } from './step.ts'

/** In which stages a step may be taken, and who may take it: the body whose regulation it is, a body that was asked, or the one that the jurisdiction names. */
const allowed: Readonly<
  Record<
    Step['step'],
    { readonly in: readonly Stage[]; readonly by: (life: LifeCycle, rules: RuleMaking) => readonly string[] }
  >
> = {
  'change-text': { in: ['draft', 'agreement'], by: ({ body }) => [body] },
  'ask-agreement': { in: ['draft'], by: ({ body }) => [body] },
  'make-remark': { in: ['agreement'], by: ({ asked }) => asked.map(({ body }) => body) },
  'answer-remark': { in: ['agreement'], by: ({ body }) => [body] },
  'settle-remark': { in: ['agreement'], by: ({ asked }) => asked.map(({ body }) => body) },
  'decide-disagreement': { in: ['agreement'], by: (_, { disagreements }) => [disagreements.by] },
  'give-position': { in: ['agreement'], by: ({ asked }) => asked.map(({ body }) => body) },
  'give-expertise': { in: ['agreement'], by: (_, { expertise }) => (expertise === undefined ? [] : [expertise.by]) },
  'ask-approval': { in: ['agreement'], by: ({ body }) => [body] },
  approve: { in: ['approval'], by: ({ body }) => [body] },
  return: {
    in: ['agreement', 'approval', 'registration'],
    by: ({ stage, body }, { registration }) =>
      stage === 'registration' && registration !== undefined ? [registration.by] : [body],
  },
  register: {
    in: ['registration'],
    by: (_, { registration }) => (registration === undefined ? [] : [registration.by]),
  },
  'set-force': { in: ['awaiting-force'], by: ({ body }) => [body] },
  'pass-day': { in: ['awaiting-force', 'in-force'], by: () => [] },
  'pass-term': { in: ['agreement'], by: () => [] },
  amend: { in: ['in-force'], by: ({ body }) => [body] },
  repeal: { in: ['in-force'], by: ({ body }) => [body] },
}

/** What a step is decided with. */
export interface Moment {
  /** Who takes it; null: the calendar. */
  readonly who: Who | null
  /** ISO 8601 instant. */
  readonly now: string
  readonly rules: RuleMaking
}

/** The steps that somebody may take at a stage; whether what they say is enough shows when they are taken. */
export function stepsFor(life: LifeCycle, who: Who, rules: RuleMaking): readonly Step['step'][] {
  return (Object.keys(allowed) as Step['step'][]).filter(step => {
    const own = allowed[step]
    if (step === 'give-expertise' && rules.expertise === undefined) return false
    return own.in.includes(life.stage) && own.by(life, rules).includes(who.body)
  })
}

/**
 * Takes a step in the life of a regulation, or says why not. Pure: who signs, what is kept, and what follows from it is for whoever
 * calls.
 */
export function decideStep(life: LifeCycle, step: Step, moment: Moment): StepDecided {
  const { in: stages, by } = allowed[step.step]
  if (!stages.includes(life.stage)) return refused('not-now', { stage: life.stage })
  if (step.step === 'give-expertise' && moment.rules.expertise === undefined) return refused('expertise-none')
  const isCalendar = step.step === 'pass-day' || step.step === 'pass-term'
  if (isCalendar !== (moment.who === null)) return refused('not-yours')
  if (moment.who !== null && !by(life, moment.rules).includes(moment.who.body))
    return refused('not-yours', { body: moment.who.body })
  const who = moment.who ?? { official: '', body: '' }
  switch (step.step) {
    case 'ask-approval':
    case 'approve':
    case 'return':
    case 'register':
      return decideApproval(life, step, { ...moment, who })
    case 'set-force':
    case 'pass-day':
    case 'amend':
    case 'repeal':
      return decideForce(life, step, moment)
    default:
      return decideAgreement(life, step, { ...moment, who })
  }
}
