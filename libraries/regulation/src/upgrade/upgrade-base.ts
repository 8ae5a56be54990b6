import { compareRegulations, type Difference } from '../compare/compare-regulations.ts'
import { mayDiffer } from '../edit/act-from-joined.ts'
import type { ActOfJoining, DigitalRegulation } from '../format/digital-regulation.ts'
import { placed } from '../join.ts'
import { readAt } from '../places.ts'

/** A change of an act of joining, seen from a newer version of its template. */
export interface CarriedChange {
  /** Where, as the act names it. */
  readonly place: string
  /** The template as it was, the act, the template as it is now; undefined where there is nothing. */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  /**
   * `kept`: only the act differs. `same`: the template has come to what the act says. `both`: the template has changed it too, somebody has
   * to choose. `closed`: the template lets it differ no more, or has it no more.
   */
  readonly state: 'kept' | 'same' | 'both' | 'closed'
}

/** What a newer version of a template would bring to an act that joins it. */
export interface BaseUpgrade {
  /** What the template itself has changed, clause by clause. */
  readonly brings: readonly Difference[]
  readonly carried: readonly CarriedChange[]
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function stateOf(base: unknown, mine: unknown, theirs: unknown, open: boolean): CarriedChange['state'] {
  if (same(mine, theirs)) return 'same'
  if (!open) return 'closed'
  return same(base, theirs) ? 'kept' : 'both'
}

/** Looks three ways at an act of joining: its template as it was, the act, the template as it is now. */
export function compareBases(from: DigitalRegulation, to: DigitalRegulation, act: ActOfJoining): BaseUpgrade {
  const carried = Object.entries(act.changes).map(([place, value]): CarriedChange => {
    const base = readAt(from, placed(from, place))
    const theirs = readAt(to, placed(to, place))
    const mine = value === null ? undefined : value
    return {
      place,
      base,
      mine,
      theirs,
      state: stateOf(base, mine, theirs, mayDiffer(to, place) && theirs !== undefined),
    }
  })
  return { brings: compareRegulations(from, to), carried }
}

/**
 * The act of joining moved to the newer template. Where both changed the same, `take` names the places at which the template's is taken;
 * the rest stays as the act has it. What may differ no more follows the template.
 */
export function upgradeBase(
  from: DigitalRegulation,
  to: DigitalRegulation,
  act: ActOfJoining,
  take: readonly string[],
): ActOfJoining {
  const { carried } = compareBases(from, to, act)
  const stays = carried.filter(({ place, state }) => state === 'kept' || (state === 'both' && !take.includes(place)))
  return {
    ...act,
    base: `${to.id}@${to.version}`,
    changes: Object.fromEntries(stays.map(({ place }) => [place, act.changes[place]])),
  }
}
