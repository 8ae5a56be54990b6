import type { CaseView } from '../view.ts'

type MayAct = NonNullable<CaseView['mayAct']>

/** A ground that may be chosen for an act about the term. */
export interface GroundChoice {
  readonly ground: string
  readonly text: MayAct['suspend'][number]['text']
  /** What ends a suspension; null of an extension. */
  readonly ends: MayAct['suspend'][number]['waitsFor'] | null
  /** How long a suspension lasts at the most, or by how much the term is prolonged. */
  readonly term: MayAct['suspend'][number]['limit']
}

/** The grounds on which the term may stand still until the applicant answers a question. */
export function pauseChoices(may: MayAct | undefined): readonly GroundChoice[] {
  return groundChoices(may, 'suspend').filter(({ ends }) => ends === 'answer')
}

/** The grounds of an act about the term, as the platform allows them now. */
export function groundChoices(may: MayAct | undefined, kind: 'suspend' | 'extend'): readonly GroundChoice[] {
  if (kind === 'extend')
    return (may?.extend ?? []).map(({ ground, text, by }) => ({ ground, text, ends: null, term: by }))
  return (may?.suspend ?? []).map(({ ground, text, waitsFor, limit }) => ({
    ground,
    text,
    ends: waitsFor,
    term: limit,
  }))
}
