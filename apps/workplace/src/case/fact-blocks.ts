import type { Words } from '../words/words.ts'
import type { FactGroup } from './fact-groups.ts'
import { valueLines } from './value-lines.ts'

/** One field of a block: a value in words for each entry that the block compares, null where an entry has none. */
export interface FactRow {
  readonly pointer: string
  readonly label: string
  readonly group: FactGroup
  readonly values: readonly (string | null)[]
}

/** What is known of one thing: a person, a document, or (`entries` over 1) several reports of the same, to be compared. */
export interface FactBlock {
  readonly key: string
  /** Whose or of what the fields are; null where each field says that itself. */
  readonly heading: string | null
  readonly entries: number
  readonly rows: readonly FactRow[]
}

interface Labelled {
  readonly group: FactGroup
  readonly parts: readonly string[]
}

/** Facts of the same thing under one heading, in the order in which they come; entries of one list are numbered. */
export function blocksOf(groups: readonly FactGroup[], words: Words): readonly FactBlock[] {
  const things = new Map<string, Labelled[]>()
  for (const group of groups) {
    const key = thingOf(group.pointer)
    things.set(key, [...(things.get(key) ?? []), { group, parts: partsOf(group, words) }])
  }
  const headings = new Map([...things].map(([key, fields]) => [key, sharedParts(fields)]))
  return [...things].map(([key, fields]) => {
    const shared = headings.get(key) ?? []
    const around = [...headings.keys()].filter(one => one !== '' && key.startsWith(`${one}/`)).at(-1)
    const said = [...new Set([...(around === undefined ? [] : (headings.get(around) ?? [])), ...shared])]
    const heading = said.length === 0 ? null : said.join(' · ') + numberOf(key, [...things.keys()])
    return {
      key,
      heading,
      entries: 1,
      rows: fields.map(({ group, parts }) => ({
        pointer: group.pointer,
        label: parts.slice(shared.length).join(' · '),
        group,
        values: [shownIn(group, words)],
      })),
    }
  })
}

/** The same with the entries of each list side by side, field by field. */
export function comparedBlocks(groups: readonly FactGroup[], words: Words): readonly FactBlock[] {
  const lists = new Map<string, FactBlock[]>()
  for (const block of blocksOf(groups, words)) {
    const list = listOf(block.key) ?? block.key
    lists.set(list, [...(lists.get(list) ?? []), block])
  }
  return [...lists].flatMap(([key, blocks]) => {
    const [first] = blocks
    if (first === undefined || blocks.length === 1) return blocks
    const names = [...new Set(blocks.flatMap(block => block.rows.map(row => row.pointer.slice(block.key.length))))]
    const rows = names.flatMap(name => {
      const found = blocks.map(block => block.rows.find(row => row.pointer === block.key + name))
      const row = found.find(one => one !== undefined)
      return row === undefined ? [] : [{ ...row, values: found.map(one => one?.values[0] ?? null) }]
    })
    return [{ key, heading: first.heading?.replace(/ 1$/, '') ?? null, entries: blocks.length, rows }]
  })
}

/** How many things the answers differ about: the fields of one thing are one point. */
export function countDisputes(groups: readonly FactGroup[]): number {
  return new Set(groups.filter(group => group.conflict).map(group => group.pointer.split('/')[1])).size
}

/** Whether the entries of a row say different things. */
export function differs(row: FactRow): boolean {
  return new Set(row.values).size > 1
}

/** `/children/0/name` is about `/children/0`, `/applicant/born` about `/applicant`, `/wish` about nothing named. */
function thingOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** The list that a thing is an entry of: `/children` for `/children/0`. */
function listOf(key: string): string | null {
  return /^(.*)\/\d+$/.exec(key)?.[1] ?? null
}

function numberOf(key: string, keys: readonly string[]): string {
  const list = listOf(key)
  const entries = list === null ? [] : keys.filter(one => listOf(one) === list)
  return entries.length < 2 ? '' : ` ${entries.indexOf(key) + 1}`
}

function partsOf(group: FactGroup, words: Words): readonly string[] {
  const [first] = group.answers
  return first === undefined ? [] : words.pick(first.label).split(' · ')
}

/** The leading parts that all labels of a thing have in common; the last part of each is its own. */
function sharedParts(fields: readonly Labelled[]): readonly string[] {
  const [first] = fields
  if (first === undefined) return []
  const most = Math.min(...fields.map(({ parts }) => parts.length)) - 1
  const shared = first.parts.findIndex((part, at) => at >= most || fields.some(({ parts }) => parts[at] !== part))
  return first.parts.slice(0, Math.max(0, shared))
}

function shownIn(group: FactGroup, words: Words): string | null {
  const [first] = group.answers
  const lines = first === undefined ? [] : valueLines(first.value, first.as, words)
  return lines.length === 0 ? null : lines.join(' · ')
}
