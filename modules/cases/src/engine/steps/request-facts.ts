import type { Source } from '../../definition/service.ts'
import { note } from '../case-run.ts'
import { applyFacts, type Fetched, fetchLocal, isFresh, waves } from '../facts.ts'
import type { Step } from '../perform-step.ts'

/** Sources that a request means: all of the request stage, or those named. */
export function wantedSources(sources: readonly Source[], ref: string): readonly Source[] {
  if (ref === '*') return sources.filter(source => (source.at ?? 'requests') === 'requests')
  const names = ref.split(' ')
  return sources.filter(source => names.includes(source.id))
}

/** Fetches facts: from the owner's own registers at once; from other organisations after commit, by the exchange. */
export const requestFacts: Step = async (run, instance, call) => {
  const wanted = wantedSources(run.service.sources, call.attributes.ref ?? '*')
  const sources = wanted.filter(source => !isFresh(run, source))
  if (sources.some(source => source.contract !== undefined)) {
    const { context, draft } = run
    draft.addWork({
      id: call.id,
      caseId: run.row.id,
      instance: instance.id,
      kind: 'facts',
      detail: { node: call.node, sources: sources.map(source => source.id) },
      dueAt: context.now,
      since: context.now.toISOString(),
    })
    await note(run, 'timeline.asking', 'us')
    return false
  }
  for (const wave of waves(sources)) {
    const fetched: Fetched[] = []
    for (const source of wave) fetched.push(await fetchLocal(run, source))
    applyFacts(run, fetched)
  }
  return true
}
