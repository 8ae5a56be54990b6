import type { Process, State } from '@tereze/bpmn'

/** An activity that may be begun in an ad-hoc sub-process (BPMN 2.0 clause 13.3.5). */
export interface OfferedActivity {
  readonly node: string
  /** How many of it run now. */
  readonly running: number
}

/** What an ad-hoc sub-process offers now. */
export interface Offer {
  readonly activities: readonly OfferedActivity[]
  /** Whether one of them may be begun now: where they run one after the other, only while none runs. */
  readonly open: boolean
  /** Whether it is done by its completion condition, and not when somebody says so. */
  readonly endsByItself: boolean
}

/**
 * What the ad-hoc sub-process under an id offers; null when the id is of something else, or nothing is offered any more.
 * @param process that of the instance.
 */
export function decideOffer(process: Process, state: State, id: string): Offer | null {
  const prefix = `${state.instance}:`
  const number = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  const token = state.tokens[number]
  const adHoc = token && process.nodes[token.at]?.adHoc
  if (!token || !adHoc || token.doing !== 'scope' || token.interrupted === true) return null
  const inside = Object.values(state.tokens).filter(({ in: around }) => around === Number(number))
  return {
    activities: (process.scopes[token.at]?.starts ?? []).map(node => ({
      node,
      running: inside.filter(({ at }) => at === node).length,
    })),
    open: !adHoc.sequential || inside.length === 0,
    endsByItself: adHoc.until !== undefined,
  }
}
