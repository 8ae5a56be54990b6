import type { Concept } from '@tereze/meta-model'
import { expressColumn } from './express-column.ts'
import type { Column } from './relation.ts'

/** A concept with what people call it. */
export interface Named {
  readonly concept: Concept
  /** Its names in the languages of the country, and its id. */
  readonly names: readonly string[]
}

/** A meaning that a column may have. */
export interface Suggestion {
  readonly concept: string
  /** From 0 to 1: how much of the names is the same. */
  readonly score: number
}

const unmeaning: ReadonlySet<string> = new Set(['of', 'the', 'a', 'an', 'in', 'is', 'id', 'and', 'и', 'в', 'по', 'для'])
const least = 0.34
const most = 3

/** The words of a name: split where the case changes and at everything that is no letter; short endings do not count. */
function wordsOf(name: string): readonly string[] {
  const split = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  return [...new Set(split.filter(word => word !== '' && !unmeaning.has(word)).map(stemOf))]
}

/** Words that differ in their endings only are one, and so are the two that say when somebody came into the world. */
function stemOf(word: string): string {
  if (word === 'born') return 'birth'
  if (word.length <= 4) return word
  return word.replace(/(ies|es|s|ения|ение|ого|ия|ие|ой|а|ы|и|я|ь|й)$/u, '').slice(0, 7)
}

/** Dice's coefficient of two sets of words. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const same = one.filter(word => other.includes(word)).length
  return (2 * same) / (one.length + other.length)
}

/** The concepts that a column may mean, the likeliest first: its name and its comment against theirs, of those that its type can have. */
export function suggestConcepts(column: Column, concepts: readonly Named[]): readonly Suggestion[] {
  const said = [column.name, ...(column.comment === null ? [] : [column.comment])].map(wordsOf)
  return concepts
    .filter(({ concept }) => typeof expressColumn(column, concept) !== 'string')
    .map(({ concept, names }) => ({
      concept: concept.id,
      score: Math.max(0, ...names.map(wordsOf).flatMap(words => said.map(own => likeness(own, words)))),
    }))
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || (one.concept < other.concept ? -1 : 1))
    .slice(0, most)
}
