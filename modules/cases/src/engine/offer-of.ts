import type { Process } from '@tereze/bpmn'
import { processOf } from '../definition/service.ts'
import { decideOffer, type Offer } from '../rules/decide-activities.ts'
import type { InstanceRow } from '../store/instances.ts'
import type { TaskRow } from '../store/tasks.ts'
import type { CaseRun } from './case-run.ts'
import { ownPart } from './child-instances.ts'
import { instanceOf } from './instance-of.ts'

/** What a task offers to be begun, and the instance that it belongs to; null where the task is none of choosing. */
export async function offerOf(
  run: CaseRun,
  task: Pick<TaskRow, 'id' | 'instance'>,
): Promise<{ offer: Offer; instance: InstanceRow; process: Process } | null> {
  if (task.instance === null) return null
  const instance = await instanceOf(run, task.instance)
  const whole = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
  const offer = decideOffer(ownPart(instance, whole), instance.state, task.id)
  return offer === null ? null : { offer, instance, process: whole }
}
