import { meaningsOf } from './express-column.ts'
import type { Column, Relation } from './relation.ts'
import { type Named, suggestConcepts } from './suggest-concepts.ts'
import type { Vitrine, VitrineColumn } from './vitrine.ts'

/** From which likeness on a suggestion is taken without being asked about. */
const sure = 0.8
const usualRows = 200

function camelOf(name: string): string {
  const [first = 'value', ...rest] = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part !== '')
  const camel = [first, ...rest.map(part => part.charAt(0).toUpperCase() + part.slice(1))].join('')
  return /^[a-z]/.test(camel) ? camel : `value${camel}`
}

function draftColumn(column: Column, concepts: readonly Named[]): VitrineColumn {
  const suggested = suggestConcepts(column, concepts)
  const [best] = suggested
  const concept = best !== undefined && best.score >= sure ? `concept:${best.concept}` : null
  return {
    as: camelOf(column.name),
    concept,
    type: column.type,
    ...(concept === null ? { suggested: suggested.map(({ concept: id }) => `concept:${id}`) } : {}),
  }
}

/**
 * A first draft of the file for a view: every column whose type can be told and that may be read, with the meaning that its name
 * suggests; the shortest unique key. What nobody can guess is left for a person: titles, filters, who may ask, meanings that are null.
 */
export function draftVitrine(
  relation: Relation,
  from: { system: string; provider: string },
  concepts: readonly Named[],
): Vitrine {
  const shown = relation.columns.filter(column => column.readable && meaningsOf(column).length > 0)
  const [key = []] = relation.keys
    .filter(columns => columns.every(name => shown.some(column => column.name === name)))
    .toSorted((one, other) => one.length - other.length)
  const [, name = ''] = relation.name.split('.')
  return {
    format: 1,
    id: `${from.provider}.${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-$/g, '')}`,
    version: '1.0.0',
    system: from.system,
    view: relation.name,
    title: { en: '', ru: '', kk: '' },
    key: [...key],
    filters: [],
    limit: usualRows,
    columns: Object.fromEntries(shown.map(column => [column.name, draftColumn(column, concepts)])),
    access: [],
    term: { answer: 'PT30S', queue: 'P5D' },
  }
}
