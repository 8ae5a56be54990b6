import type { JsonObject } from '@tereze/bpmn'
import type { InstanceRow } from '../store/instances.ts'
import { caseContext } from './case-context.ts'
import { type CaseRun, withLocal } from './case-run.ts'
import { mergeAt } from './merge-at.ts'

/** The instance whose own variables an instance works on: a called process its own, a fragment its parent's; null: the case's data. */
function holderOf(run: CaseRun, instance: InstanceRow): InstanceRow | null {
  if (instance.data !== null) return instance
  if (instance.parent === null) return null
  const parent = run.draft.findInstance(instance.parent.instance)
  return parent === null ? null : holderOf(run, parent)
}

/** Variables that an instance has beside the data of the case. */
export function variablesOf(run: CaseRun, instance: InstanceRow): Readonly<Record<string, unknown>> {
  return holderOf(run, instance)?.data ?? {}
}

/** The data that a step of an instance sees. A called process with inputs sees them and what every expression of the case knows. */
export function dataFor(run: CaseRun, instance: InstanceRow): JsonObject {
  const holder = holderOf(run, instance)
  if (holder?.data == null) return caseContext(run) as JsonObject
  if (!holder.isolated) return caseContext(withLocal(run, holder.data)) as JsonObject
  const { case: about, service, parameters } = caseContext(run)
  return { case: about, service, parameters, ...holder.data } as JsonObject
}

/** Gives a variable of an instance a value: its own, or of the case. */
export function setData(run: CaseRun, instance: InstanceRow, path: readonly string[], value: unknown): void {
  const holder = holderOf(run, instance)
  if (holder?.data == null) {
    run.row.data = mergeAt(run.row.data, path, value)
    return
  }
  holder.data = mergeAt(holder.data, path, value)
  run.draft.putInstance(holder)
}
