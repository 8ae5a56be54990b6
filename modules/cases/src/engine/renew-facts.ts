import { isDeepStrictEqual } from 'node:util'
import type { Source } from '../definition/service.ts'
import { readAt, writeAt } from '../rules/pointer.ts'
import type { CaseRun } from './case-run.ts'
import { applyFacts, type Fetched, factsOf, putFact } from './facts.ts'
import { noteFault } from './tell-faults.ts'

/** What came of asking a source again; null where there is nothing to compare. */
type Renewed = Compared['renewed'] | null

const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(one ?? null, other ?? null)

/** Takes away what a source said that is not needed any more. */
function dropFact(run: CaseRun, id: string): void {
  const { [id]: dropped, ...facts } = factsOf(run)
  if (dropped !== undefined) run.row.data = { ...run.row.data, facts }
}

function renewFact(run: CaseRun, fetched: Fetched): Renewed {
  const { source } = fetched
  const { id, into } = source
  const before = factsOf(run)[id]
  const place = into === undefined ? null : readAt(run.row.data, into)
  if (fetched.state === 'missing' && fetched.instead === 'go-on' && before !== undefined) {
    putFact(run, source, { ...before, fault: fetched.fault, instead: 'go-on' })
    return null
  }
  applyFacts(run, [fetched])
  if (fetched.state === 'not-needed') dropFact(run, id)
  const fact = factsOf(run)[id]
  // What the person made of an answer stays theirs.
  const isTheirs = !isSame(place, null) && !isSame(place, before?.value)
  if (into !== undefined) run.row.data = writeAt(run.row.data, into, isTheirs ? place : (fact?.value ?? null))
  if (fact === undefined || before === undefined) return null
  const changed = !isSame(before.value, fact.value)
  if (changed) putFact(run, source, { ...fact, before: { value: before.value, at: before.at } })
  if (fetched.state !== 'found') return null
  return changed ? 'changed' : 'same'
}

/** A source whose renewed answer can be compared with the one before. */
export interface Compared {
  readonly source: Source
  readonly renewed: 'same' | 'changed'
}

/**
 * Puts what sources say that were asked again in place of what they said before, which is kept beside it where it differs. A place
 * that the person has changed since stays as it is; where nothing came and the case goes on, the older answer stays. Gives what
 * differs and what does not.
 */
export function renewFacts(run: CaseRun, fetched: readonly Fetched[]): readonly Compared[] {
  return fetched.flatMap(one => {
    const renewed = renewFact(run, one)
    return renewed === null ? [] : [{ source: one.source, renewed }]
  })
}

/** Tells what came of asking sources again. */
export async function tellRenewed(run: CaseRun, compared: readonly Compared[]): Promise<void> {
  for (const { source, renewed } of compared) await noteFault(run, `renewed-${renewed}`, source)
}
