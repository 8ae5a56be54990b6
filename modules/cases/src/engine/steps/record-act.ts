import { recordedActs } from '../acts/recorded-acts.ts'
import type { Step } from '../perform-step.ts'

/**
 * Records a legal act; what it does to the case's status belongs to it.
 * @throws Error when there is no such act: publishing has refused such a process.
 */
export const recordAct: Step = async (run, instance, call) => {
  const kind = call.attributes.ref ?? ''
  const act = recordedActs.get(kind)
  if (act === undefined) throw new Error(`${instance.package} records an act ${kind}, which there is not`)
  await act.apply(run, instance)
  return true
}
