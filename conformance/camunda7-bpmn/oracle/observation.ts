import { flowOf, type Model, type Values } from './model.ts'
import { type Happening, type Oracle, type Outcome, scopesBelow, tokensBelow } from './state.ts'

/** How often each name came, by name in order. */
export type Counts = { readonly [name: string]: number }

/** What happened, in whichever order. */
export interface Path {
  readonly entered: Counts
  readonly left: Counts
  readonly cancelled: Counts
  readonly flows: Counts
}

/** What is expected of an execution. */
export interface Observation {
  /** Null where the standard leaves open what happens first, and the path depends on it. */
  readonly path: Path | null
  /** Where tokens are, one entry a token, sorted; `>join` for one that waits on a flow before a gateway. */
  readonly tokens: readonly string[]
  readonly ended: Outcome | null
  /** The data of the outermost process. */
  readonly data: Values
}

/** Counts names. */
export function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** A value with the keys of all objects in order, so that equal values have equal texts. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inside]) => [key, inOrder(inside)]),
  )
}

/**
 * What an observation says, from a list of what happened. Whether the token of an error or cancel end event has left or was taken
 * away is a matter of words, so it is counted as neither.
 */
export function observe(
  model: Model,
  happenings: readonly Happening[],
  tokens: readonly string[],
  ended: Outcome | null,
  data: Values,
): Observation {
  const named = (what: Happening['what']) =>
    counted(happenings.filter(happening => happening.what === what).map(happening => happening.name))
  const gone = (what: 'left' | 'cancelled') =>
    Object.fromEntries(Object.entries(named(what)).filter(([id]) => !abrupt(model, id)))
  return {
    path: { entered: named('entered'), left: gone('left'), cancelled: gone('cancelled'), flows: named('flow') },
    tokens: [...tokens].sort(),
    ended,
    data: inOrder(data) as Values,
  }
}

function abrupt(model: Model, id: string): boolean {
  const node = model.nodes.get(id)
  return node?.kind === 'endEvent' && node.events.some(({ type }) => type === 'error' || type === 'cancel')
}

/** What is seen of the oracle's execution. */
export function observeOracle(oracle: Oracle): Observation {
  const at = oracle.ended ? [] : tokensBelow(oracle.root).map(token => token.node.id)
  const before = oracle.ended
    ? []
    : scopesBelow(oracle.root).flatMap(scope => scope.onFlows.map(flow => `>${flowOf(oracle.model, flow).to}`))
  return observe(oracle.model, oracle.happenings, [...at, ...before], oracle.ended, oracle.root.data.values)
}
