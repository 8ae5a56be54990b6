import { notApplicantId } from '../check/check-references.ts'
import type { DigitalRegulation } from '../format/digital-regulation.ts'
import { askedWhen } from '../generate/form.ts'
import { planOf } from '../plan.ts'
import type { Surroundings } from '../surroundings.ts'
import { type Dimension, dimensionsOf } from '../witness/dimensions.ts'
import { factsOf } from '../witness/facts.ts'

/** Something that may be so or otherwise when a regulation is tried out. */
export interface Choosable {
  /** By it a choice is named: the need or question, and the place in what it comes to. */
  readonly key: string
  /** The id of the need, or the name of the question. */
  readonly of: string
  /** JSON Pointer into its value; empty: the whole. */
  readonly place: string
  /** Who says it: the applicant, or others by the exchange and the registers. */
  readonly by: 'applicant' | 'others'
  readonly candidates: readonly unknown[]
  readonly chosen: unknown
}

/** What becomes of an application with chosen facts. */
export interface TriedOut {
  readonly choosable: readonly Choosable[]
  /** The category of applicants; null: outside the circle. */
  readonly category: string | null
  /** Grounds on which the application is not accepted. */
  readonly notAccepted: readonly string[]
  readonly variant: string | null
  /** Ids of the needs that the applicant is asked for, and of those that are fetched. */
  readonly asked: readonly string[]
  readonly fetched: readonly string[]
  readonly values: readonly { readonly id: string; readonly value: unknown }[]
  readonly criteria: readonly { readonly id: string; readonly met: boolean }[]
  /** Circumstances for which an official looks. */
  readonly review: readonly string[]
  /** What is decided, or proposed to the official who decides. */
  readonly outcome: 'not-accepted' | 'refused' | 'granted'
  /** Whether an official decides. */
  readonly byOfficial: boolean
  /** The ground of a refusal. */
  readonly ground: string | null
  /** What is due when it is granted; undefined where nothing is paid. */
  readonly amount: unknown
}

function keyOf({ of, place }: Dimension): string {
  return `${of}${place}`
}

/**
 * Tries a checked regulation out: with what is chosen, and usual facts for the rest, who is the applicant, which variant is his, what is
 * asked of him, what is decided and why. The order is that of the decision tables which are made from it.
 * @param choices values by the key of what is chosen.
 */
export function tryOut(
  regulation: DigitalRegulation,
  around: Surroundings,
  choices: Readonly<Record<string, unknown>>,
): TriedOut {
  const plan = planOf(regulation, around)
  const dimensions = dimensionsOf(plan)
  const chosen = new Map(
    dimensions.map(one => [one, keyOf(one) in choices ? choices[keyOf(one)] : one.candidates[0]] as const),
  )
  const { scope, ran, evaluate } = factsOf(plan, chosen)
  const holds = (expression: string) => evaluate(expression) === true
  const applicants = new Set([...plan.questions.map(({ name }) => name), ...plan.asked.map(({ id }) => id)])
  const isAsked = (need: DigitalRegulation['needs'][number]) => {
    const when = askedWhen(plan, need)
    return when === null || holds(when)
  }
  const refused = (regulation.acceptance ?? []).find(({ when }) => holds(when))
  const category = regulation.applicants.find(({ when }) => holds(when))?.id ?? null
  const notAccepted = refused !== undefined ? [refused.id] : category === null ? [notApplicantId(regulation)] : []
  const criteria = regulation.criteria.map(({ id, when }) => ({ id, met: holds(when) }))
  const failed = regulation.criteria.find(({ id }) => criteria.some(one => one.id === id && !one.met))
  const review = (regulation.review ?? []).filter(({ when }) => holds(when)).map(({ id }) => id)
  const sum = (regulation.amount ?? []).find(({ when }) => when === undefined || holds(when))
  const alone = regulation.automatic !== undefined
  const outcome = notAccepted.length > 0 ? 'not-accepted' : failed === undefined ? 'granted' : 'refused'
  return {
    choosable: dimensions.map(one => ({
      key: keyOf(one),
      of: one.of,
      place: one.place,
      by: applicants.has(one.of) ? 'applicant' : 'others',
      candidates: one.candidates,
      chosen: chosen.get(one),
    })),
    category,
    notAccepted,
    variant: typeof scope.variant === 'string' ? scope.variant : null,
    asked: plan.asked.filter(isAsked).map(({ id }) => id),
    fetched: plan.fetched
      .filter(need => (need.contract === undefined ? isAsked(need) : ran.includes(need.id)))
      .map(({ id }) => id),
    values: (regulation.values ?? []).map(({ id }) => ({ id, value: scope[id] })),
    criteria,
    review,
    outcome,
    byOfficial: outcome !== 'not-accepted' && (!alone || (outcome === 'granted' && review.length > 0)),
    ground: outcome === 'refused' ? (failed?.ground.id ?? null) : null,
    amount: sum === undefined || outcome !== 'granted' ? undefined : evaluate(sum.sum),
  }
}
