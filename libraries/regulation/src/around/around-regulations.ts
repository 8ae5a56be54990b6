import { checkShape } from '../check/check-shape.ts'
import { type ActOfJoining, DigitalRegulation } from '../format/digital-regulation.ts'
import type { Words } from '../format/parts.ts'
import { isObject } from '../places.ts'
import type { Titles } from '../print/legal-text.ts'
import type { Surroundings } from '../surroundings.ts'
import type { ContentSource } from './source.ts'
import { surroundingsOf } from './surroundings-of.ts'
import { titlesOf } from './titles-of.ts'

/** The file of a package that holds the digital regulation it was made from. */
export const regulationSource = 'digital-regulation.json'

/** Everything that whoever writes a regulation has around: plain data, so that a server can give it to a screen. */
export interface AroundRegulations {
  readonly surroundings: Surroundings
  /** What bodies (`org:…`) and acts (`<jurisdiction>/act:…`) are called. */
  readonly names: Readonly<Record<string, Words>>
  /** Templates that may be joined, in every version that was published. */
  readonly templates: readonly DigitalRegulation[]
}

function templateIn(source: ContentSource): DigitalRegulation[] {
  const value = source.json(regulationSource)
  return value.kind === 'template' && checkShape(DigitalRegulation, value).length === 0
    ? [value as unknown as DigitalRegulation]
    : []
}

/** Template regulations among packages. */
export function templatesIn(sources: readonly ContentSource[]): DigitalRegulation[] {
  return sources.filter(({ kind }) => kind === 'service').flatMap(templateIn)
}

/** What lies around regulations, read from the packages of a content folder or from those published. */
export function aroundRegulations(sources: readonly ContentSource[]): AroundRegulations {
  const surroundings = surroundingsOf(sources)
  const called = (key: string, words: Words | undefined): [string, Words][] =>
    words === undefined ? [] : [[key, words]]
  const bodies = titlesOf(sources, '')
  const names = [
    ...surroundings.bodies.flatMap(({ id }) => called(`org:${id}`, bodies.body(`org:${id}`))),
    ...surroundings.jurisdictions.flatMap(({ id: jurisdiction }) => {
      const titles = titlesOf(sources, jurisdiction)
      return surroundings.acts
        .filter(act => act.startsWith(`${jurisdiction}/`))
        .map(act => `act:${act.slice(jurisdiction.length + 1)}`)
        .flatMap(act => called(`${jurisdiction}/${act}`, titles.act(act)))
    }),
  ]
  return { surroundings, names: Object.fromEntries(names), templates: templatesIn(sources) }
}

/** The titles that a legal text of a jurisdiction is printed with. */
export function titlesFrom({ names }: Pick<AroundRegulations, 'names'>, jurisdiction: string): Titles {
  return { body: reference => names[reference], act: reference => names[`${jurisdiction}/${reference}`] }
}

/** Whether a value is meant as an act of joining: it holds changes, and no regulation of its own. */
export function isActOfJoining(value: unknown): value is Pick<ActOfJoining, 'kind'> & Partial<ActOfJoining> {
  return isObject(value) && value.kind === 'joining' && 'changes' in value
}
