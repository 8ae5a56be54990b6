import { isObject } from '@tereze/regulation'
import { journeyOf } from './journey.ts'

type Data = Readonly<Record<string, unknown>>

function listOf(situation: Data, name: string): readonly unknown[] {
  const own = situation[name]
  return Array.isArray(own) ? own : []
}

function freeId(taken: readonly unknown[], wanted: string): string {
  const ids = new Set(taken.map(one => (isObject(one) ? one.id : undefined)))
  let id = wanted
  for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`
  return id
}

/** The situation with a step at another place of the list, and open from another moment. A step that is not there changes nothing. */
export function placeStep(situation: unknown, from: number, to: number, moment: string): unknown {
  if (!isObject(situation)) return situation
  const steps = listOf(situation, 'steps')
  const step = steps[from]
  if (!isObject(step) || to < 0 || to >= steps.length) return situation
  const moved = step.moment === undefined && moment === 'opened' ? step : { ...step, moment }
  return { ...situation, steps: steps.toSpliced(from, 1).toSpliced(to, 0, moved) }
}

/** The way of a step on the picture: before or after its neighbour of the same moment, or into the moment before or after. */
export type Way = 'back' | 'on' | 'earlier' | 'later'

/** Where a step would stand after it was moved: its position and moment; null at an end. */
export function wayOf(
  situation: unknown,
  index: number,
  way: Way,
): { readonly to: number; readonly moment: string } | null {
  const moments = journeyOf(situation)
  const at = moments.findIndex(({ steps }) => steps.some(step => step.index === index))
  const own = moments[at]
  if (own === undefined) return null
  const place = own.steps.findIndex(step => step.index === index)
  if (way === 'back' || way === 'on') {
    const neighbour = own.steps[place + (way === 'back' ? -1 : 1)]
    return neighbour === undefined ? null : { to: neighbour.index, moment: own.id }
  }
  const other = moments[at + (way === 'earlier' ? -1 : 1)]
  return other === undefined ? null : { to: index, moment: other.id }
}

/** A new step at the end of a moment; with a service that the situation does not have yet, its entry too: offered, and to be filled in. */
export function addStep(situation: unknown, moment: string, service: string | null): unknown {
  if (!isObject(situation)) return situation
  const steps = listOf(situation, 'steps')
  const services = listOf(situation, 'services')
  const last =
    journeyOf(situation)
      .find(({ id }) => id === moment)
      ?.steps.at(-1)?.index ?? steps.length - 1
  const id = freeId(steps, service ?? 'step')
  const step = { id, text: '', by: 'you', moment, ...(service === null ? { done: 'false' } : { service }) }
  const isNew = service !== null && !services.some(one => isObject(one) && one.service === service)
  const people = listOf(situation, 'people').filter(isObject)
  const who = people.find(({ primary }) => primary === true) ?? people[0]
  const entry = {
    service,
    starts: 'offer',
    at: moment,
    for: who?.id ?? '',
    when: 'true',
    data: {},
    ground: listOf(situation, 'acts')[0] ?? '',
    why: '',
    optOut: true,
  }
  return {
    ...situation,
    steps: steps.toSpliced(last + 1, 0, step),
    ...(isNew ? { services: [...services, entry] } : {}),
  }
}

/** The situation without a step; the service that only this step showed goes with it. */
export function removeStep(situation: unknown, index: number): unknown {
  if (!isObject(situation)) return situation
  const steps = listOf(situation, 'steps')
  const step = steps[index]
  if (!isObject(step)) return situation
  const left = steps.toSpliced(index, 1)
  const isShown = left.some(one => isObject(one) && one.service === step.service)
  const services = listOf(situation, 'services')
  const kept = services.filter(one => !isObject(one) || one.service !== step.service)
  return {
    ...situation,
    steps: left,
    ...(step.service === undefined || isShown || kept.length === services.length ? {} : { services: kept }),
  }
}
