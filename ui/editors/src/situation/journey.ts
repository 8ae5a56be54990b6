import { compileExpression, references } from '@tereze/feel'
import { isObject } from '@tereze/regulation'

type Data = Readonly<Record<string, unknown>>

/** A step of the journey as it is drawn. */
export interface DrawnStep {
  /** Its position in the list of steps. */
  readonly index: number
  readonly id: string
  /** Reference to its words. */
  readonly text: unknown
  readonly by: string
  /** The service whose case it is; null: a step without one. */
  readonly service: string | null
  /** The entry of its service; -1 where there is none. */
  readonly entry: number
  /** The service begins by itself, or is offered; null without one. */
  readonly starts: 'automatic' | 'offer' | null
  readonly when: string | null
  readonly later: string | null
  readonly done: string | null
  /** Facts that must be known before it is decided whether it is due. */
  readonly waits: readonly string[]
}

/** A moment of the journey with the steps that are open from then on. */
export interface DrawnMoment {
  readonly id: string
  /** Null: the beginning. */
  readonly when: string | null
  readonly steps: readonly DrawnStep[]
}

function list(value: unknown, name: string): readonly Data[] {
  const own = isObject(value) ? value[name] : undefined
  return Array.isArray(own) ? own.filter(isObject) : []
}

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Facts that an expression reads; none where it cannot be read. */
export function factsIn(text: string): readonly string[] {
  const compiled = compileExpression(text)
  if (!compiled.ok) return []
  return references(compiled.expression).flatMap(([root, fact]) =>
    root === 'facts' && fact !== undefined ? [fact] : [],
  )
}

/** Facts that a service's condition looks at, also through the decision that it sees. */
function waitsOf(service: Data | undefined): readonly string[] {
  if (service === undefined) return []
  const texts: string[] = []
  const visit = (part: unknown): void => {
    if (typeof part === 'string' && part.startsWith('= ')) texts.push(part.slice(2))
    else if (typeof part === 'object' && part !== null) for (const one of Object.values(part)) visit(one)
  }
  visit(isObject(service.decision) ? service.decision.data : null)
  return [...new Set([...factsIn(String(service.when ?? '')), ...texts.flatMap(factsIn)])]
}

/** The journey of a situation: its moments in their order, each with the steps that are open from then on. Steps of an unknown moment stand in one of their own. */
export function journeyOf(situation: unknown): readonly DrawnMoment[] {
  const services = list(situation, 'services')
  const steps = list(situation, 'steps').map((step, index) => {
    const id = textOr(step.service)
    const entry = id === null ? -1 : services.findIndex(one => one.service === id)
    const service = services[entry]
    const drawn: DrawnStep = {
      index,
      id: String(step.id ?? ''),
      text: step.text,
      by: String(step.by ?? ''),
      service: id,
      entry,
      starts: service?.starts === 'automatic' || service?.starts === 'offer' ? service.starts : null,
      when: textOr(service?.when),
      later: textOr(step.later),
      done: textOr(step.done),
      waits: waitsOf(service),
    }
    return { moment: textOr(step.moment) ?? 'opened', drawn }
  })
  const known = [
    { id: 'opened', when: null },
    ...list(situation, 'moments').map(({ id, when }) => ({ id: String(id ?? ''), when: textOr(when) ?? '' })),
  ]
  const strange = [...new Set(steps.map(({ moment }) => moment))].filter(id => !known.some(one => one.id === id))
  return [...known, ...strange.map(id => ({ id, when: null }))].map(moment => ({
    ...moment,
    steps: steps.filter(one => one.moment === moment.id).map(one => one.drawn),
  }))
}

/** Services of the situation that no step of the journey shows, by position. */
export function hiddenServices(situation: unknown): readonly number[] {
  const shown = new Set(list(situation, 'steps').map(({ service }) => service))
  return list(situation, 'services').flatMap(({ service }, index) => (shown.has(service) ? [] : [index]))
}
