import { openBeforeApproval } from './decide-approval.ts'
import { disagreementsOf, type LifeCycle } from './life-cycle.ts'
import type { RuleMaking } from './rule-making.ts'

/** What somebody has to do next. */
export const turnKinds = [
  'write',
  'speak',
  'settle',
  'answer',
  'expertise',
  'decide',
  'ask-approval',
  'approve',
  'register',
  'set-force',
] as const
/** What somebody has to do next. */
export type TurnKind = (typeof turnKinds)[number]

/** Whose turn it is, and for what. */
export interface Turn {
  readonly body: string
  readonly what: TurnKind
}

function inAgreement(life: LifeCycle, rules: RuleMaking): Turn[] {
  const own = (test: (remark: LifeCycle['remarks'][number]) => boolean) => life.remarks.filter(test)
  const unanswered = own(({ answer }) => answer === null)
  const unsettled = own(({ answer, settled }) => answer !== null && settled === null)
  const undecided = disagreementsOf(life).filter(({ decision }) => decision === null)
  const bodies = new Set(unsettled.map(({ body }) => body))
  const waiting = new Set([...unanswered, ...undecided].map(({ body }) => body))
  const speaking = life.asked.filter(
    ({ body, position, content }) =>
      (position === null || content !== life.content) && !bodies.has(body) && !waiting.has(body),
  )
  const { expertise } = rules
  const looks = expertise !== undefined && life.expertise?.content !== life.content
  return [
    ...[...bodies].map((body): Turn => ({ body, what: 'settle' })),
    ...speaking.map(({ body }): Turn => ({ body, what: 'speak' })),
    ...(looks ? [{ body: expertise.by, what: 'expertise' as const }] : []),
    ...(undecided.length > 0 ? [{ body: rules.disagreements.by, what: 'decide' as const }] : []),
    ...(unanswered.length > 0 ? [{ body: life.body, what: 'answer' as const }] : []),
  ]
}

/**
 * Whose turn it is, and for what: everybody for whom the life waits now. Nobody while it waits for a day, and once it has ended.
 */
export function turnsOf(life: LifeCycle, rules: RuleMaking): readonly Turn[] {
  const own = (what: TurnKind): Turn[] => [{ body: life.body, what }]
  switch (life.stage) {
    case 'draft':
      return own('write')
    case 'agreement': {
      const turns = inAgreement(life, rules)
      if (turns.length > 0) return turns
      return own(openBeforeApproval(life, rules) === null ? 'ask-approval' : 'write')
    }
    case 'approval':
      return own('approve')
    case 'registration':
      return rules.registration === undefined ? [] : [{ body: rules.registration.by, what: 'register' }]
    case 'awaiting-force':
      return life.inForce === null ? own('set-force') : []
    default:
      return []
  }
}
