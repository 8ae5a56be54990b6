import { checkFeel, firstDueOf, type Process } from '@tereze/bpmn'
import type { Package, Packages } from '@tereze/catalogue/contract'
import type { JsonObject } from '@tereze/operation'
import {
  type EventStart,
  eventStarts,
  eventsOfBeginnings,
  findProcessFor,
  hasPlainStart,
  nameOfEvent,
} from './event-starts.ts'
import { type Service, serviceOf } from './service.ts'

/** What is wrong with the way a process begins: the element, a stable code, and what it is about. */
export interface StartProblem {
  readonly element: string
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** Before every date that a timer may name. */
const longAgo = { now: '1970-01-01T00:00:00.000Z', zone: 'UTC' }

function problemsOfStart(start: Omit<EventStart, 'id' | 'service'>): readonly StartProblem[] {
  const { node: element, definition, applicant, register } = start
  const problem = (code: string, params: StartProblem['params'] = {}): StartProblem => ({ element, code, params })
  const found: StartProblem[] = []
  const wrong = applicant === null ? undefined : checkFeel(applicant)
  if (applicant === null) found.push(problem('package.start-without-applicant', { event: definition.type }))
  if (wrong !== undefined) found.push(problem('package.start-applicant-wrong', { reason: wrong }))
  if (
    (definition.type === 'message' || definition.type === 'signal') &&
    nameOfEvent(definition, definition.type) === null
  )
    found.push(problem('package.start-name-computed', { event: definition.type }))
  if ((definition.type === 'timer' || definition.type === 'condition') && register === null)
    found.push(problem('package.start-without-register', { event: definition.type }))
  if (definition.type === 'timer' && firstDueOf(definition.timer, longAgo) === undefined)
    found.push(problem('package.start-never-due'))
  return found
}

/** What a process that events begin does not say: for whom, by which register, when. */
export function checkEventStarts(process: Process): readonly StartProblem[] {
  return eventsOfBeginnings(process).flatMap(problemsOfStart)
}

/** Processes that an act of somebody begins, beside that of the service. */
const otherProcesses = ['appeal', 'correction'] as const

/** A start without an event that is missing where something else than an event begins the process of a reference. */
async function missingPlainStart(
  packages: Packages,
  service: Service,
  reference: string,
  begunBy: readonly string[],
): Promise<readonly StartProblem[]> {
  const process = await findProcessFor(packages, service, reference)
  if (process === null || begunBy.length === 0 || hasPlainStart(process)) return []
  return [{ element: process.id, code: 'package.start-by-hand-missing', params: { starts: begunBy.join(', ') } }]
}

async function problemsOfPlainStarts(packages: Packages, service: Service): Promise<readonly StartProblem[]> {
  const asked = (service.pack.json.get('service.json')?.starts ?? []) as unknown as readonly string[]
  const byHand = asked.filter(start => start !== 'automatic')
  const found = [...(await missingPlainStart(packages, service, service.process, byHand))]
  for (const kind of otherProcesses) found.push(...(await missingPlainStart(packages, service, service[kind], [kind])))
  return found
}

interface Entry {
  readonly who: string
  readonly may: readonly string[]
}

/** What the platform itself must be allowed in a register whose records begin cases, and is not. */
function notAllowed(card: JsonObject, event: string): string[] {
  const access = (card.access ?? []) as unknown as readonly Entry[]
  const allowed = access.filter(({ who }) => who === 'system').flatMap(({ may }) => may)
  return [event === 'condition' ? 'history' : 'search'].filter(act => !allowed.includes(act))
}

async function problemsOfEvents(packages: Packages, pack: Package): Promise<readonly StartProblem[]> {
  const { owner } = serviceOf(pack)
  const all = await eventStarts(packages)
  const own = all.filter(({ service }) => service.id === pack.id)
  return own.flatMap(({ node: element, definition, register }) => {
    const found: StartProblem[] = []
    const card = register === null ? null : packages.find('register', register)?.json.get('register.json')
    if (register !== null && card?.owner !== owner)
      found.push({ element, code: 'package.start-register-unfit', params: { register } })
    else if (register !== null && card != null) {
      const missing = notAllowed(card, definition.type)
      if (missing.length > 0)
        found.push({ element, code: 'package.start-register-closed', params: { register, act: missing.join(', ') } })
    }
    const message = nameOfEvent(definition, 'message')
    const taken = all.find(
      other =>
        message !== null &&
        other.service.id !== pack.id &&
        other.service.owner === owner &&
        nameOfEvent(other.definition, 'message') === message,
    )
    if (taken !== undefined && message !== null)
      found.push({ element, code: 'package.start-message-taken', params: { message, service: taken.service.id } })
    return found
  })
}

/**
 * What is wrong with the way in which cases of a service begin: a start by hand that the card promises and the process has not,
 * registers that are not the owner's or not open to the platform, a message that begins cases of two services of one owner.
 */
export async function checkStartsOfService(packages: Packages, pack: Package): Promise<readonly StartProblem[]> {
  const card = pack.json.get('service.json')
  if (typeof card?.owner !== 'string' || typeof card.process !== 'string' || typeof card.correction !== 'string')
    return []
  return [...(await problemsOfPlainStarts(packages, serviceOf(pack))), ...(await problemsOfEvents(packages, pack))]
}
