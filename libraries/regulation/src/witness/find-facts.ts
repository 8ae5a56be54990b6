import { askedWhen } from '../generate/form.ts'
import { type Plan, requestExpressions } from '../plan.ts'
import { type Dimension, dimensionsOf } from './dimensions.ts'
import { type Facts, factsOf } from './facts.ts'

/** What must be so in a story: an expression that is true, or is not. */
export interface Goal {
  readonly expression: string
  readonly wanted: boolean
}

/** Looks for facts with which all goals hold. */
export interface FactFinder {
  /** Facts, or null when none were found. */
  find(goals: readonly Goal[]): Facts | null
}

/** So many combinations are tried at the most before the search gives up. */
const mostTries = 12_000

function dependencies(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const { regulation, reader } = plan
  const { namesIn } = reader
  const variants = regulation.variants.flatMap(({ when }) => namesIn(when))
  return new Map([
    ...regulation.needs.map((need): [string, string[]] => [
      need.id,
      [
        ...requestExpressions(need).flatMap(namesIn),
        ...namesIn(askedWhen(plan, need) ?? 'true'),
        ...(need.value === undefined ? [] : namesIn(need.value.slice(2))),
      ],
    ]),
    ...(regulation.values ?? []).map(({ id, is }): [string, string[]] => [id, namesIn(is)]),
    ...regulation.questionnaire.map(({ name, known }): [string, string[]] => [
      name,
      known === undefined ? [] : namesIn(known),
    ]),
    ['variant', variants],
  ])
}

/**
 * A search for the facts of stories: from the usual facts it changes one thing at a time, then two, towards more goals that hold.
 * The same regulation gives the same facts.
 */
export function factFinder(plan: Plan): FactFinder {
  const dimensions = dimensionsOf(plan)
  const reads = dependencies(plan)
  const usual = new Map<Dimension, unknown>(dimensions.map(one => [one, one.candidates[0]]))

  function relevantTo(goals: readonly Goal[]): Dimension[] {
    const names = new Set<string>()
    const visit = (name: string) => {
      if (names.has(name)) return
      names.add(name)
      for (const other of reads.get(name) ?? []) visit(other)
    }
    for (const { expression } of goals) for (const name of plan.reader.namesIn(expression)) visit(name)
    return dimensions.filter(({ of, candidates }) => names.has(of) && candidates.length > 1)
  }

  return {
    find(goals) {
      let tries = 0
      const holding = (choice: ReadonlyMap<Dimension, unknown>): Found => {
        tries++
        const facts = factsOf(plan, choice)
        const open = goals.filter(({ expression, wanted }) => (facts.evaluate(expression) === true) !== wanted)
        return { facts, open }
      }
      let choice: Map<Dimension, unknown> = usual
      let best = holding(choice)
      while (best.open.length > 0 && tries < mostTries) {
        const changeable = relevantTo(best.open)
        const step = better(choice, best.open.length, changeable, holding, () => tries < mostTries)
        if (step === null) return null
        choice = step.choice
        best = step.found
      }
      return best.open.length === 0 ? best.facts : null
    },
  }
}

type Found = { readonly facts: Facts; readonly open: readonly Goal[] }

/** The first change of one thing, or of two, after which fewer goals are open. */
function better(
  choice: ReadonlyMap<Dimension, unknown>,
  open: number,
  dimensions: readonly Dimension[],
  look: (choice: ReadonlyMap<Dimension, unknown>) => Found,
  mayGoOn: () => boolean,
): { choice: Map<Dimension, unknown>; found: Found } | null {
  for (const dimension of dimensions)
    for (const value of dimension.candidates) {
      if (!mayGoOn()) return null
      const changed = new Map(choice).set(dimension, value)
      const found = look(changed)
      if (found.open.length < open) return { choice: changed, found }
    }
  for (const [index, one] of dimensions.entries())
    for (const other of dimensions.slice(index + 1))
      for (const value of one.candidates)
        for (const second of other.candidates) {
          if (!mayGoOn()) return null
          const changed = new Map(choice).set(one, value).set(other, second)
          const found = look(changed)
          if (found.open.length < open) return { choice: changed, found }
        }
  return null
}
