import type { EventDefinition, Process } from '@tereze/bpmn'
import type { Package, Packages } from '@tereze/catalogue/contract'
import { findProcessIn, findProcessPackage, type Service, serviceOf } from './service.ts'

/** One event that begins cases of a service, by a start event of its process or what stands for one (BPMN 2.0 clause 10.5.2). */
export interface EventStart {
  /** `<service>/<node>/<place of the event>`: the same in every version of the service. */
  readonly id: string
  readonly service: Service
  readonly node: string
  /** Which of the events of the node. */
  readonly event: number
  readonly definition: EventDefinition
  /** FEEL over `result`, what the event brings: the id of the person whose case it is; null where the model does not say. */
  readonly applicant: string | null
  /** Of a time or a condition: the register of the owner for whose records cases begin; null where the model does not say. */
  readonly register: string | null
}

const nothing = { beginnings: [], nodes: {} } satisfies Pick<Process, 'beginnings' | 'nodes'>

/** The FEEL of an attribute that must be an expression; null when it is absent or something else. */
function feelIn(text: string | undefined): string | null {
  return text?.startsWith('=') ? text.slice(1).trim() : null
}

/** The events that begin instances of a process, without the service that would run it. */
export function eventsOfBeginnings(
  process: Pick<Process, 'beginnings' | 'nodes'>,
): readonly Omit<EventStart, 'id' | 'service'>[] {
  return process.beginnings.flatMap(({ node, events }) => {
    const attributes = process.nodes[node]?.attributes ?? {}
    return events.map((definition, event) => ({
      node,
      event,
      definition,
      applicant: feelIn(attributes.applicant),
      register: attributes.register ?? null,
    }))
  })
}

/** Whether a process can be begun by hand: it has one start without an event. */
export function hasPlainStart(process: Process): boolean {
  return process.beginnings.filter(({ events }) => events.length === 0).length === 1
}

/** The process that a reference of a service means; null when it is not published or does not parse. */
export async function findProcessFor(packages: Packages, service: Service, reference: string): Promise<Process | null> {
  const pack = findProcessPackage(packages, service, reference)
  return pack === null ? null : findProcessIn(pack)
}

/** Whether a card says enough of a service to look at its process: it may not have been checked yet. */
function isReadable(pack: Package): boolean {
  const card = pack.json.get('service.json')
  return typeof card?.owner === 'string' && typeof card.process === 'string'
}

/** The events that begin cases of a service. */
async function startsOfService(packages: Packages, pack: Package): Promise<readonly EventStart[]> {
  if (!isReadable(pack)) return []
  const service = serviceOf(pack)
  const process = await findProcessFor(packages, service, service.process)
  return eventsOfBeginnings(process ?? nothing).map(start => ({
    ...start,
    id: `${service.id}/${start.node}/${start.event}`,
    service,
  }))
}

/** The events that begin cases of any service in its newest version, by id. */
export async function eventStarts(packages: Packages): Promise<readonly EventStart[]> {
  const all = await Promise.all(packages.list('service').map(pack => startsOfService(packages, pack)))
  return all.flat().sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** The name of the message or signal that an event waits for; null when it is of another kind, or its name is computed. */
export function nameOfEvent(definition: EventDefinition, type: 'message' | 'signal'): string | null {
  return definition.type === type && 'text' in definition.name ? definition.name.text : null
}

/** The event of a version of a service that begins its cases at a node; null when that version has no such start, or it names no applicant. */
export async function findStart(
  packages: Packages,
  service: Service,
  node: string,
  event: number,
): Promise<{ readonly applicant: string } | null> {
  const process = await findProcessFor(packages, service, service.process)
  const start = eventsOfBeginnings(process ?? nothing).find(one => one.node === node && one.event === event)
  return start === undefined || start.applicant === null ? null : { applicant: start.applicant }
}
