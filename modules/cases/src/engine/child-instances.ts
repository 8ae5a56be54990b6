import { type Effect, fragmentOf, type Input, type JsonObject, newState, type Process } from '@tereze/bpmn'
import type { Package } from '@tereze/catalogue/contract'
import { hasPlainStart } from '../definition/event-starts.ts'
import { processOf } from '../definition/service.ts'
import type { InstanceRow } from '../store/instances.ts'
import type { CaseRun } from './case-run.ts'
import { variablesOf } from './instance-data.ts'

type Asked = Effect & { type: 'child-instance' }

const parts = new WeakMap<Process, Map<string, Process>>()

function partOf(process: Process, fragment: string): Process {
  const known = parts.get(process) ?? new Map<string, Process>()
  parts.set(process, known)
  const part = known.get(fragment) ?? fragmentOf(process, fragment)
  known.set(fragment, part)
  return part
}

/** The process that an instance runs: that of its package, or the part of it that the instance is. */
export function ownPart(instance: InstanceRow, process: Process): Process {
  return instance.fragment === null || process.id === instance.state.process
    ? process
    : partOf(process, instance.fragment)
}

/** The tag of a process's version, in whichever vendor's words. */
const tagOf = ({ attributes }: Process) =>
  attributes.versionTag ?? attributes['camunda:versionTag'] ?? attributes['zeebe:versionTag.value']

/** The package of the process that is called: the newest, a version, or the newest with a tag; null when there is none. */
async function calledPackage(run: CaseRun, { process, version }: Asked): Promise<Package | null> {
  if (version.kind === 'version') return run.packages.find('process', process, version.value)
  if (version.kind !== 'tag') return run.packages.find('process', process)
  for (const pack of run.packages.versions('process', process).toReversed())
    if (tagOf(await processOf(pack)) === version.value) return pack
  return null
}

/** A child to be begun, with the input that begins it; or why it cannot be. */
export type Child =
  | { readonly instance: InstanceRow; readonly process: Process; readonly input: Input }
  | { readonly missing: string }

/** The child instance that an activity asks for: an instance of the same case, which runs for its parent. */
export async function childOf(run: CaseRun, parent: InstanceRow, process: Process, asked: Asked): Promise<Child> {
  const id = run.context.ids.newId('instance')
  const common = {
    id,
    caseId: run.row.id,
    kind: parent.kind,
    parent: { instance: parent.id, id: asked.id },
    endedAt: null,
  }
  if (asked.fragment !== undefined) {
    const part = partOf(process, asked.fragment)
    const { packageKind, package: of, packageVersion } = parent
    const instance: InstanceRow = {
      ...common,
      packageKind,
      package: of,
      packageVersion,
      fragment: asked.fragment,
      data: null,
      isolated: false,
      state: newState(part.id, id),
    }
    return { instance, process: part, input: { type: 'start', local: asked.local } }
  }
  const pack = await calledPackage(run, asked)
  if (pack === null) return { missing: asked.process }
  const called = await processOf(pack)
  if (!hasPlainStart(called)) return { missing: asked.process }
  const isolated = asked.inputs !== undefined && asked.all !== true
  const data = isolated ? asked.inputs : { ...variablesOf(run, parent), ...asked.local, ...asked.inputs }
  const instance: InstanceRow = {
    ...common,
    packageKind: 'process',
    package: pack.id,
    packageVersion: pack.version,
    fragment: null,
    data,
    isolated,
    state: newState(called.id, id),
  }
  return { instance, process: called, input: { type: 'start' } }
}

/** What a child tells the instance that waits for it; null when that is nothing to it. */
export function toldToParent(
  child: InstanceRow,
  effect: Effect & { type: 'ended' | 'escalation-thrown' },
): Input | null {
  if (child.parent === null) return null
  const { id } = child.parent
  if (effect.type === 'escalation-thrown') return { type: 'escalated', id, code: effect.code }
  if (effect.outcome === 'failed') return { type: 'call-failed', id, error: effect.error ?? '' }
  if (effect.outcome === 'cancelled') return null
  return { type: 'child-completed', id, result: effect.result ?? ((child.data ?? {}) as JsonObject) }
}
