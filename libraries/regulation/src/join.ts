import { checkShape } from './check/check-shape.ts'
import { clauseAt } from './compare/compare-regulations.ts'
import { ActOfJoining, type DigitalRegulation } from './format/digital-regulation.ts'
import { nearest } from './nearest.ts'
import { below, isObject, readAt, stepsOf } from './places.ts'
import { problem, type RegulationProblem } from './problem.ts'

function indexOf(list: readonly unknown[], step: string): number {
  const byId = list.findIndex(one => isObject(one) && (one.id === step || one.name === step))
  return byId >= 0 ? byId : Number(step)
}

/** A pointer with elements of lists by position, where they may be named by their ids. */
export function placed(value: unknown, pointer: string): string {
  let part = value
  return stepsOf(pointer).reduce((place, step) => {
    const own = Array.isArray(part) ? String(indexOf(part, step)) : step
    part = readAt(part, below('', own))
    return below(place, own)
  }, '')
}

function changed(value: unknown, steps: readonly string[], to: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return to
  if (Array.isArray(value)) return value.map((part, index) => (String(index) === step ? changed(part, rest, to) : part))
  const own = isObject(value) ? value : {}
  if (rest.length === 0 && to === null) return Object.fromEntries(Object.entries(own).filter(([name]) => name !== step))
  return { ...own, [step]: changed(own[step], rest, to) }
}

/** A joined regulation, or what its act of joining may not do. */
export type Joined =
  | { readonly ok: true; readonly regulation: DigitalRegulation; readonly differs: readonly string[] }
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] }

/**
 * Puts an act of joining over its template: what the template marks as changeable may differ, and nothing else. Places name
 * elements of lists by id or position.
 */
export function joinRegulation(template: DigitalRegulation, act: unknown): Joined {
  const shape = checkShape(ActOfJoining, act)
  if (shape.length > 0) return { ok: false, problems: shape }
  const { id, version, base, changes } = act as ActOfJoining
  const own = `${template.id}@${template.version}`
  if (template.kind !== 'template')
    return { ok: false, problems: [problem('/base', 'base-no-template', { base: own })] }
  if (base !== own) return { ok: false, problems: [problem('/base', 'base-other', { base, given: own })] }
  const open = (template.changeable ?? []).map(place => placed(template, place))
  const problems: RegulationProblem[] = []
  let joined: unknown = { ...template, id, version, kind: 'joining', base }
  for (const [pointer, value] of Object.entries(changes)) {
    const place = placed(template, pointer)
    if (!open.some(one => place === one || place.startsWith(`${one}/`)))
      problems.push(
        problem(below('/changes', pointer), 'not-changeable', {
          place: pointer,
          clause: clauseAt(template, pointer) ?? 'none',
          nearest: nearest(pointer, template.changeable ?? []),
        }),
      )
    else joined = changed(joined, stepsOf(place), value)
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, regulation: joined as DigitalRegulation, differs: Object.keys(changes) }
}
