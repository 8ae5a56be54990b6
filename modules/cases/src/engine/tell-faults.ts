import { findOrganisation } from '@tereze/catalogue/contract'
import type { WithoutAnswer } from '../contract/fault.ts'
import type { Source } from '../definition/service.ts'
import { checkedFor } from '../rules/decide-fault.ts'
import { type CaseRun, note } from './case-run.ts'
import { type Fetched, factsOf } from './facts.ts'

/** What is told of a source: that we wait for it, what is done instead, what came of asking it later or again. */
export type ToldFault =
  | 'waits'
  | WithoutAnswer
  | 'came-later'
  | 'came-otherwise'
  | 'never-came'
  | 'renewed-same'
  | 'renewed-changed'
  | 'kept'

const usualPause = 3_600_000

/** Writes a line of the case's timeline about a source; the person and the officials read it. */
export async function noteFault(run: CaseRun, what: ToldFault, source: Source): Promise<void> {
  const provider = (source.contract ?? run.service.owner).split('.')[0] ?? ''
  await note(run, `timeline.source.${what}`, 'agency', {
    source: findOrganisation(run.packages, provider)?.name ?? provider,
  })
}

/** Tells what is done without the answers that did not come, and lets those be asked again later without which the case goes on. */
export async function tellFaults(run: CaseRun, fetched: readonly Fetched[]): Promise<void> {
  const { context, draft, row } = run
  for (const one of fetched) {
    if (one.state !== 'missing') continue
    const isKept = one.instead === 'go-on' && factsOf(run)[one.source.id]?.state !== 'missing'
    await noteFault(run, isKept ? 'kept' : one.instead, one.source)
    if (one.instead !== 'go-on') continue
    const until = new Date(context.now.getTime() + checkedFor(one.source, one.fault)).toISOString()
    draft.addWork({
      id: `${row.id}:later:${one.source.id}`,
      caseId: row.id,
      instance: null,
      kind: 'later',
      detail: { source: one.source.id, until },
      dueAt: new Date(context.now.getTime() + usualPause),
      since: context.now.toISOString(),
    })
  }
}
