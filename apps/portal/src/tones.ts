import type { listOwnCases } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import type { Tone } from '@tereze/ui-components'
import type { Ui } from './ui.ts'

/** A case as its person's list shows it. */
export type Card = OutputOf<typeof listOwnCases>['items'][number]

/** Tone of a step of a journey. */
export function stepTone(state: 'done' | 'your-turn' | 'moving' | 'later' | 'not-for-you'): Tone {
  return ({ done: 'done', 'your-turn': 'you', moving: 'moving', later: 'later', 'not-for-you': 'later' } as const)[
    state
  ]
}

/** Tone of a case in a list. */
export function caseTone(card: Card): Tone {
  if (card.yourTask !== null || card.waiting === 'applicant') return 'you'
  if (card.appeal === 'open') return 'moving'
  if (card.outcome === 'refused') return 'no'
  if (card.outcome === 'granted' || card.outcome === 'partly-granted') return 'done'
  return card.outcome === null ? 'moving' : 'later'
}

/** Status of a case in a word or two: an open appeal stands before the outcome that it is against. */
export function caseStatus(card: Card, ui: Ui): string {
  return card.appeal === 'open' && card.yourTask === null ? ui.t('case.appeal.tag') : ui.say(card.statusText)
}

/** True while something is still to come in a case. */
export function isMoving(card: Card): boolean {
  return card.outcome === null || card.status === 'decided' || card.appeal === 'open'
}
