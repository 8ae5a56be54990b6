import { isObject, readAt } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { FileDesk } from './desk.ts'
import type { NamedThing } from './named.ts'
import { pointersIn } from './pointers-in.ts'
import type { Shape } from './shape.ts'
import { wordsAt } from './summary-of.ts'

/** Something that may be chosen at a place: the value and what it is called. */
export interface FileOffer {
  readonly value: string
  readonly text: string
}

/** What may be chosen at a place, and whether anything else may stand there too. */
export interface FileOffers {
  readonly offers: readonly FileOffer[]
  readonly open: boolean
}

type Desk = Pick<FileDesk, 'value' | 'files' | 'around' | 'named' | 'language' | 'words' | 'say'>

function parsed(files: ReadonlyMap<string, string>, path: string): unknown {
  try {
    return JSON.parse(files.get(path) ?? 'null')
  } catch {
    return null
  }
}

function named(value: string, name: string): FileOffer {
  return { value, text: name === '' || name === value ? value : `${name} (${value})` }
}

function things(list: readonly NamedThing[] | undefined, language: Language): readonly FileOffer[] {
  return (list ?? [])
    .map(({ value, title }) => named(value, title[language]))
    .toSorted((a, b) => a.text.localeCompare(b.text, language))
}

function idsIn(value: unknown, member = 'id'): string[] {
  return Array.isArray(value)
    ? value.flatMap(one => (isObject(one) && typeof one[member] === 'string' ? [one[member]] : []))
    : []
}

function filesOf({ files }: Desk, pattern: RegExp): string[] {
  return [...files.keys()].flatMap(path => pattern.exec(path)?.[1] ?? [])
}

/** The parts of a case by name: the applicant, who acts for them, and those of the service's card. */
function partsOf(desk: Desk): string[] {
  return ['applicant', 'representative', ...idsIn(readAt(parsed(desk.files, 'service.json'), '/parts'))]
}

const plain = (ids: readonly string[]): readonly FileOffer[] => [...new Set(ids)].map(value => ({ value, text: value }))
const closed = (offers: readonly FileOffer[]): FileOffers => ({ offers, open: false })
const open = (offers: readonly FileOffer[]): FileOffers => ({ offers, open: true })

function ofPart(of: string | null, desk: Desk): FileOffers | null {
  const { around, language } = desk
  const surroundings = around?.surroundings
  switch (of) {
    case 'orgRef':
      return closed(
        (surroundings?.bodies ?? []).map(({ id }) => named(`org:${id}`, around?.names[`org:${id}`]?.[language] ?? '')),
      )
    case 'contractRef':
      return closed(plain((surroundings?.contracts ?? []).map(({ ref }) => ref)))
    case 'conceptRef':
      return closed(plain((surroundings?.concepts ?? []).map(id => `concept:${id}`)))
    case 'packageRef':
      return closed(things(desk.named?.processes, language))
    case 'pointer':
      return open(pointersIn(desk))
    default:
      return null
  }
}

/** Members whose values are ids of something else in the package or around it. */
function ofMember(owner: string, member: string, pointer: string, desk: Desk): FileOffers | null {
  const { named: all, language, around, files, value } = desk
  const situation = isObject(value) ? value : {}
  switch (member) {
    case 'register':
      return closed(plain((around?.surroundings.registers ?? []).map(({ id }) => id)))
    case 'jurisdiction':
      return closed(plain((around?.surroundings.jurisdictions ?? []).map(({ id }) => id)))
    case 'situations':
      return closed(plain([...(around?.surroundings.situations ?? [])]))
    case 'service':
      return closed(things(all?.services, language))
    case 'domain':
      return closed(things(all?.domains, language))
    case 'purpose':
      return closed(things(all?.purposes, language))
    case 'kind':
      return owner === 'retention' ? closed(things(all?.kinds, language)) : null
    case 'process':
      return closed([{ value: 'own', text: 'process.bpmn' }, ...things(all?.processes, language)])
    case 'form':
      return closed(plain(filesOf(desk, /^forms\/(.+)\.form\.json$/)))
    case 'document':
      return closed(plain(filesOf(desk, /^documents\/(.+)\.document\.json$/)))
    case 'again':
      return closed(plain(filesOf(desk, /^notices\/(.+)\.md$/)))
    case 'results':
      return closed(
        plain([
          ...filesOf(desk, /^documents\/(.+)\.document\.json$/).map(id => `document:${id}`),
          ...idsIn(parsed(files, 'payments.json')).map(id => `payment:${id}`),
          ...idsIn(parsed(files, 'records.json')).map(id => `record:${id}`),
        ]),
      )
    case 'role':
      return open([...plain(partsOf(desk)), ...things(all?.roles, language)])
    case 'to':
      return owner === 'notice'
        ? open([
            ...plain(partsOf(desk)),
            ...things(all?.roles, language).map(one => ({ ...one, value: `role:${one.value}` })),
          ])
        : null
    case 'see':
    case 'change':
      return open([{ value: '*', text: '*' }, ...pointersIn(desk)])
    case 'clause':
      return open(clausesIn(desk))
    case 'ground':
      return Array.isArray(value) && files.has('regulation.json') ? open(clausesIn(desk)) : null
    case 'after':
      return Array.isArray(value) ? closed(plain(idsIn(value))) : null
    case 'before':
      return closed(plain(decisionsIn(files)))
    case 'at':
    case 'moment':
      return 'moments' in situation
        ? closed([{ value: 'opened', text: desk.say('opened') }, ...plain(idsIn(situation.moments))])
        : null
    case 'for':
      return 'people' in situation ? closed(plain(idsIn(situation.people))) : null
    case 'from':
      return 'known' in situation ? closed(plain(idsIn(parsed(files, 'sources.json')))) : null
    case 'name':
      return owner === 'decision' ? closed(plain(decisionsOfService(pointer, desk))) : null
    default:
      return null
  }
}

function clausesIn({ files, words, language }: Desk): readonly FileOffer[] {
  const clauses = readAt(parsed(files, 'regulation.json'), '/clauses')
  if (!Array.isArray(clauses)) return []
  return clauses.filter(isObject).map(({ id, text }) => {
    const told = wordsAt(text, words, language) ?? ''
    return { value: String(id), text: told === '' ? String(id) : `${String(id)} · ${told}`.slice(0, 90) }
  })
}

function decisionsIn(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path]) => path.endsWith('.dmn'))
    .flatMap(([, text]) =>
      [...text.matchAll(/<(?:\w+:)?decision\b[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name),
    )
}

function decisionsOfService(pointer: string, { value, named: all }: Desk): readonly string[] {
  const owner = readAt(value, pointer.split('/').slice(0, -2).join('/'))
  const service = isObject(owner) ? owner.service : undefined
  return all?.services.find(one => one.value === service)?.decisions ?? []
}

/** What may be chosen at a place; null where anything is written. Nothing is offered while nobody knows what there is. */
export function offersFor(shape: Shape, owner: string, member: string, pointer: string, desk: Desk): FileOffers | null {
  if (shape.kind !== 'text') return null
  const found = ofMember(owner, member, pointer, desk) ?? ofPart(shape.of, desk)
  return found === null || found.offers.length === 0 ? null : found
}

/** Names that the members of a map may have: what a contract is asked with, what a register is searched by. */
export function keysFor(owner: unknown, member: string, { around }: Pick<FileDesk, 'around'>): readonly string[] {
  const own = isObject(owner) ? owner : {}
  const schemaKeys = (schema: unknown) =>
    isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : []
  const surroundings = around?.surroundings
  if (member === 'input') return schemaKeys(surroundings?.contracts.find(({ ref }) => ref === own.contract)?.request)
  const register = surroundings?.registers.find(({ id }) => id === own.register)
  if (member === 'where') return ['id', ...(register?.columns.map(({ name }) => name) ?? [])]
  if (member === 'data' && register !== undefined) return schemaKeys(register.schema)
  return []
}
