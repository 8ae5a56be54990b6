import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'
import type { Instance, Step, StepState } from './view.ts'

/** The picture that stands for a state, always beside its word. */
export const stateIcons = {
  ahead: 'minus',
  now: 'arrow-right',
  stuck: 'warning',
  done: 'check',
  cancelled: 'cross',
} as const satisfies Record<StepState, string>

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** How long something lasted, in its greatest unit; null when it was over at once. */
export function lasted(seconds: number, words: Words): string | null {
  if (seconds < minute) return null
  if (seconds < hour) return words.say('way.minutes', { count: Math.floor(seconds / minute) })
  if (seconds < day) return words.say('way.hours', { count: Math.floor(seconds / hour) })
  return words.say('way.days', { count: Math.floor(seconds / day) })
}

/** What stands at an element on the diagram: how long it took, or since when it waits. */
export function briefTime(step: Step, now: number, words: Words): string | null {
  if (step.state === 'now' || step.state === 'stuck') {
    return step.since === null ? null : lasted((now - Date.parse(step.since)) / 1000, words)
  }
  return step.kind === 'task' ? lasted(step.seconds, words) : null
}

/** Who does a step; null where the platform does. */
export function roleWords(step: Step, words: Words): string | null {
  if (step.role === null) return null
  if (step.role === 'applicant') return words.say('way.applicant')
  const key = `role.${step.role}`
  return isMessageId(key) ? words.say(key) : words.say('way.person')
}

/** Why a step cannot go on. */
export function incidentWords(code: string, words: Words): string {
  const key = `way.incident.${code}`
  return isMessageId(key) ? words.say(key) : words.say('way.incident')
}

/** Where a process stands, in one line. */
export function whereWords(instance: Instance, words: Words): string {
  const here = instance.elements.filter(
    ({ state, kind }) => (state === 'now' || state === 'stuck') && kind !== 'sub-process',
  )
  if (here.length === 0) return words.say(instance.endedAt === null ? 'way.between' : 'way.over')
  return words.say('way.now', { where: [...new Set(here.map(({ name }) => words.pick(name)))].join(', ') })
}
