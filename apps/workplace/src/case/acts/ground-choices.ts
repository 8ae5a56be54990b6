import type { CaseView } from '../view.ts'

type MayAct = NonNullable<CaseView['mayAct']>

/** A ground that may be chosen for an act about the term. */
export interface GroundChoice {
  readonly ground: string
  readonly text: MayAct['suspend'][number]['text']
  /** What ends a suspension; null of other acts. */
  readonly ends: MayAct['suspend'][number]['waitsFor'] | null
  /** How long a suspension lasts at the most, or by how much the term is prolonged; null where neither is. */
  readonly term: MayAct['suspend'][number]['limit'] | null
}

/** The grounds on which the term may stand still until the applicant answers a question. */
export function pauseChoices(may: MayAct | undefined): readonly GroundChoice[] {
  return groundChoices(may, 'suspend').filter(({ ends }) => ends === 'answer')
}

/** The grounds of an act, as the platform allows them now. */
export function groundChoices(
  may: MayAct | undefined,
  kind: 'suspend' | 'extend' | 'send-back',
): readonly GroundChoice[] {
  if (kind === 'send-back') return (may?.return ?? []).map(choice => ({ ...choice, ends: null, term: null }))
  if (kind === 'extend')
    return (may?.extend ?? []).map(({ ground, text, by }) => ({ ground, text, ends: null, term: by }))
  return (may?.suspend ?? []).map(({ ground, text, waitsFor, limit }) => ({
    ground,
    text,
    ends: waitsFor,
    term: limit,
  }))
}
