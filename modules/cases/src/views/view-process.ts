import type { NodeType, Process } from '@tereze/bpmn'
import { type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { PersonName, Text } from '@tereze/operation'
import type { ProcessElement, ProcessInstance } from '../contract/process.ts'
import { decideWay, type WayStep } from '../rules/process-way.ts'
import type { InstanceRow } from '../store/instances.ts'
import type { TaskRow } from '../store/tasks.ts'
import type { OpenIncidentRow, TimerRow } from '../store/ways.ts'
import { findText, ownText, sameText } from './words.ts'

/** What is known of one instance besides its own row. */
export interface InstanceFacts {
  readonly history: readonly WayStep[]
  readonly tasks: readonly TaskRow[]
  readonly timers: readonly TimerRow[]
  readonly incidents: readonly OpenIncidentRow[]
  /** Names of officials by id. */
  readonly officials: ReadonlyMap<string, PersonName>
  /** The instance that it runs for. */
  readonly parent: InstanceRow | null
}

function kindOf(type: NodeType): ProcessElement['kind'] {
  if (type.endsWith('event')) return 'event'
  if (type.endsWith('gateway')) return 'gateway'
  return type.endsWith('sub-process') || type === 'transaction' || type === 'call-activity' ? 'sub-process' : 'task'
}

/**
 * Name of an element: the package's words for it (`node.<id>`), else those of its task, else the name in the model, which is in its
 * author's language, else what kind of thing it is.
 */
export function elementName(packs: readonly Package[], process: Process, id: string): Text {
  const node = process.nodes[id]
  const words = findText(packs, `node.${id}`) ?? findText(packs, `task.${id}`)
  if (words !== null) return words
  return node?.name ? sameText(node.name) : ownText(`node.${kindOf(node?.type ?? 'task')}`)
}

/** Where a token of an instance stands, by the id by which others know it: `<instance>:<number>`, of one of many with `/<counter>`. */
function waitingAt(row: InstanceRow | null, token: string): string | null {
  const number = /:(\d+)(?:\/\d+)?$/.exec(token)?.[1]
  return number === undefined ? null : (row?.state.tokens[number]?.at ?? null)
}

/** One instance as officials see it: its model, and where every element of it stands. */
export function viewInstance(
  packages: Packages,
  row: InstanceRow,
  process: Process,
  begunAt: string,
  facts: InstanceFacts,
): ProcessInstance {
  const pack = packages.get(row.packageKind, row.package, row.packageVersion)
  const incidents = new Map(facts.incidents.map(incident => [incident.node, incident]))
  const way = decideWay(process, row.state, facts.history, new Set(incidents.keys()))
  return {
    instance: row.id,
    kind: row.kind,
    title: textOf(pack, 'title'),
    package: row.package,
    version: row.packageVersion,
    status: row.state.status,
    begunAt: facts.history[0]?.at ?? begunAt,
    endedAt: row.endedAt,
    parent:
      row.parent === null ? null : { instance: row.parent.instance, element: waitingAt(facts.parent, row.parent.id) },
    elements: way.map(place => {
      const node = process.nodes[place.element]
      const task = facts.tasks.find(one => one.node === place.element)
      const incident = place.state === 'stuck' ? incidents.get(place.element) : undefined
      return {
        ...place,
        name: elementName([pack], process, place.element),
        kind: kindOf(node?.type ?? 'task'),
        role: node?.type === 'user-task' ? (node.attributes.role ?? 'applicant') : null,
        task:
          task === undefined
            ? null
            : {
                task: task.id,
                deadline: task.deadline,
                holder: task.holder === null ? null : (facts.officials.get(task.holder) ?? null),
              },
        timer: facts.timers.find(timer => timer.node === place.element)?.due ?? null,
        incident: incident === undefined ? null : { code: incident.code, at: incident.at },
      }
    }),
    flows: [...new Set(facts.history.flatMap(step => (step.what === 'flow' ? [step.element] : [])))],
  }
}
