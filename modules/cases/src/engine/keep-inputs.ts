import type { Input } from '@tereze/bpmn'
import type { InstanceRow } from '../store/instances.ts'
import { listInputs } from '../store/work.ts'
import type { CaseRun } from './case-run.ts'

/** What happens outside an instance whether it is suspended or not. What people do to the instance itself is not kept. */
const fromOutside: ReadonlySet<Input['type']> = new Set([
  'task-completed',
  'call-completed',
  'call-failed',
  'call-broken',
  'child-completed',
  'escalated',
  'timer-fired',
  'message',
  'signal',
])

/** Keeps an input that a suspended instance did not take, until it goes on; false when it is not such an input. */
export function keepInput({ context, draft, row }: CaseRun, instance: InstanceRow, input: Input): boolean {
  if (!fromOutside.has(input.type)) return false
  const place = draft.count()
  draft.addWork({
    id: `${instance.id}/input/${context.ids.newUuid()}.${place}`,
    caseId: row.id,
    instance: instance.id,
    kind: 'input',
    detail: { place, input },
    dueAt: null,
    since: context.now.toISOString(),
  })
  return true
}

/** Takes out what came while an instance was suspended, in order. */
export async function takeInputs({ context, draft }: CaseRun, instance: InstanceRow): Promise<Input[]> {
  const stored = await listInputs(context.tx, context.tx.tenant, instance.id)
  const fresh = draft.listWork(instance.id).filter(({ kind }) => kind === 'input')
  const waiting = [...stored, ...fresh]
  for (const { id } of waiting) draft.deleteWork(id)
  return waiting.map(({ detail }) => detail.input as Input)
}
