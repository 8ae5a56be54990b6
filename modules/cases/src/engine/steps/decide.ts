import { asRenewed, decideRenewal } from '../../rules/decide-renewal.ts'
import { note } from '../case-run.ts'
import { type Fetched, factsOf, fetchLocal, waves } from '../facts.ts'
import { makeDecision } from '../make-decision.ts'
import type { Step } from '../perform-step.ts'
import { renewFacts, tellRenewed } from '../renew-facts.ts'

/**
 * Decides by rules. Sources whose answers are too old for the decision are asked again before: the owner's own registers at once;
 * other organisations after commit, by the exchange, and the decision is made with what they say.
 */
export const decide: Step = async (run, instance, call) => {
  const { context, draft, row, service } = run
  const name = call.attributes.decision ?? ''
  const sources = decideRenewal(service.sources, name, factsOf(run), context.now)
  if (sources.some(source => source.contract !== undefined)) {
    draft.addWork({
      id: call.id,
      caseId: row.id,
      instance: instance.id,
      kind: 'facts',
      detail: { node: call.node, sources: sources.map(({ id }) => id), decision: name, local: call.local },
      dueAt: context.now,
      since: context.now.toISOString(),
    })
    await note(run, 'timeline.asking-again', 'us')
    return false
  }
  for (const wave of waves(sources.map(asRenewed))) {
    const fetched: Fetched[] = []
    for (const source of wave) fetched.push(await fetchLocal(run, source))
    await tellRenewed(run, renewFacts(run, fetched))
  }
  await makeDecision(run, instance, name)
  return true
}
