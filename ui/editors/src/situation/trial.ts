import { isObject, readAt } from '@tereze/regulation'
import type { Rehearsal } from '@tereze/situations/contract'
import type { FileDesk } from '../file/desk.ts'
import { blankOf, type Shape, shapeOfSchema } from '../file/shape.ts'

/** What a situation is tried out with: an event, the record that it is about, what sources answer, and which do not. */
export interface Given {
  readonly event: string
  readonly record: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, unknown>>
  readonly silent: readonly string[]
}

/** The files of a draft that say what a situation does. */
export interface SituationFiles {
  readonly situation: string
  readonly sources: string
  readonly words: { readonly en: string; readonly ru: string; readonly kk: string }
}

/** Tries a draft of a situation out; what it would do, or why that cannot be said, in the language of the screen. */
export type TrySituation = (
  files: SituationFiles,
  given: Given,
  signal: AbortSignal,
) => Promise<Rehearsal | { readonly refused: string; readonly wayOut: string }>

/** The files that a trial takes. */
export function situationFiles(files: ReadonlyMap<string, string>): SituationFiles {
  const words = (language: string) => files.get(`messages/${language}.json`) ?? '{}'
  return {
    situation: files.get('situation.json') ?? '{}',
    sources: files.get('sources.json') ?? '[]',
    words: { en: words('en'), ru: words('ru'), kk: words('kk') },
  }
}

/** The sources of a draft; none where they cannot be read. */
export function sourcesOf(files: ReadonlyMap<string, string>): readonly Readonly<Record<string, unknown>>[] {
  try {
    const sources: unknown = JSON.parse(files.get('sources.json') ?? '[]')
    return Array.isArray(sources) ? sources.filter(isObject) : []
  } catch {
    return []
  }
}

type Desk = Pick<FileDesk, 'value' | 'files' | 'around'>

function answerOf({ around }: Desk, contract: unknown): unknown {
  return around?.surroundings.contracts.find(({ ref }) => ref === contract)?.response
}

/** What a source gives of its answer: a member of it where the file names one, all of it where it names none, else anything. */
function factShape(desk: Desk, source: Readonly<Record<string, unknown>>): Shape {
  const answer = answerOf(desk, source.contract)
  if (!isObject(answer)) return { kind: 'any' }
  if (source.value === undefined) return shapeOfSchema(answer)
  const member = /^= answer\.(\w+)$/.exec(String(source.value))?.[1]
  const whole = shapeOfSchema(answer)
  const found = whole.kind === 'object' ? whole.members.find(({ name }) => name === member) : undefined
  return found?.shape ?? { kind: 'any' }
}

/** The shape of what is given: the record by the contract that gives it, and each fact by what its source answers. */
export function givenShape(desk: Desk): Shape {
  const record = answerOf(desk, readAt(desk.value, '/trigger/record/contract'))
  const facts = sourcesOf(desk.files).map(source => ({
    name: String(source.id),
    shape: factShape(desk, source),
    required: false,
  }))
  const members = [
    { name: 'record', shape: isObject(record) ? shapeOfSchema(record) : ({ kind: 'any' } as const), required: true },
    { name: 'facts', shape: { kind: 'object', members: facts, ways: [] } as const, required: true },
  ]
  return { kind: 'object', members, ways: [] }
}

const week = 7 * 86_400_000

function sampleText(shape: Extract<Shape, { kind: 'text' }>, name: string, today: Date): string {
  const pattern = shape.pattern === null ? null : new RegExp(shape.pattern, 'u')
  const head = /^\^([A-Za-z0-9_:-]+)/.exec(shape.pattern ?? '')?.[1] ?? ''
  const day = new Date(today.getTime() - week).toISOString()
  const offered = [
    ...(shape.of === 'date' || /^(born|from|until|.*On)$/.test(name) ? [day.slice(0, 10)] : []),
    ...(shape.of === 'instant' || name.endsWith('At') ? [day] : []),
    `${head}${name}-1`,
    `${head}${name}`,
    'A',
    'XA',
    '1000.00',
    'DMD',
    '1',
  ]
  return offered.find(one => pattern === null || pattern.test(one)) ?? name
}

/** A made-up value of a shape; with `whole` also what may be left out. The last of several choices is taken: states of records go forward. */
function sampleOf(shape: Shape, name: string, whole: boolean, today: Date): unknown {
  switch (shape.kind) {
    case 'text':
      return sampleText(shape, name, today)
    case 'choice':
      return (name === 'status' ? (shape.values[1] ?? shape.values[0]) : shape.values[0]) ?? ''
    case 'object':
      return Object.fromEntries(
        shape.members
          .filter(({ required }) => whole || required)
          .map(member => [member.name, sampleOf(member.shape, member.name, whole, today)]),
      )
    case 'either': {
      const way = shape.ways.find(({ kind }) => kind !== 'none') ?? { kind: 'none' }
      return sampleOf(way, name, whole, today)
    }
    case 'any':
      return null
    default:
      return blankOf(shape)
  }
}

/** What is known of somebody made up: that they have nothing yet, that they have everything already, or only what must be known. */
export const ways = ['nothing-yet', 'everything', 'little'] as const
/** One of {@link ways}. */
export type Way = (typeof ways)[number]

/** What a source says of somebody: nothing where it may, to whom nothing was given yet. */
function sampleFact(shape: Shape, name: string, way: Way, today: Date): unknown {
  if (way === 'little') return null
  const mayBeNothing = shape.kind === 'either' && shape.ways.some(({ kind }) => kind === 'none')
  return way === 'nothing-yet' && mayBeNothing ? null : sampleOf(shape, name, true, today)
}

/** Somebody who does not exist, and an event about them. */
export function madePerson(desk: Desk, way: Way, today = new Date()): Given {
  const shape = givenShape(desk)
  const members = shape.kind === 'object' ? shape.members : []
  const of = (name: string) => members.find(one => one.name === name)?.shape ?? ({ kind: 'any' } as const)
  const facts = of('facts')
  const record = sampleOf(of('record'), 'record', way !== 'little', today)
  const events = readAt(desk.value, '/trigger/events')
  return {
    event: Array.isArray(events) ? String(events.at(-1) ?? '') : '',
    record: isObject(record) ? record : {},
    facts: Object.fromEntries(
      (facts.kind === 'object' ? facts.members : []).map(member => [
        member.name,
        sampleFact(member.shape, member.name, way, today),
      ]),
    ),
    silent: [],
  }
}
