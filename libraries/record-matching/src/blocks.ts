import { type Feature, keysOf, type Name, titleKey } from './match.ts'
import { plainIdentifier } from './similarity.ts'
import { consonantsOf } from './spelling-key.ts'

const two = (text: string) => text.padStart(2, '0')

/**
 * Small groups in which a record is compared with others, so that millions need not be compared with all: two records that
 * are likely the same share one at least. By each identifier; by the consonants of family and given name in either order;
 * by date and first consonants of either name, the date also with day and month swapped.
 */
export function blocksOf(features: readonly Feature[]): string[] {
  const blocks = new Set<string>()
  const dates = features.flatMap(feature => (feature.as === 'date' ? feature.values : []))
  for (const feature of features) {
    if (feature.as === 'identifier')
      for (const value of feature.values) if (plainIdentifier(value) !== '') blocks.add(`i ${plainIdentifier(value)}`)
    if (feature.as === 'title')
      for (const value of feature.values) for (const block of titleBlocks(value)) blocks.add(block)
    if (feature.as === 'person-name')
      for (const name of feature.values) for (const block of nameBlocks(name, dates)) blocks.add(block)
  }
  return [...blocks].sort()
}

function nameBlocks(name: Name, dates: readonly string[]): string[] {
  const { family, given } = keysOf(name)
  const [f, g] = [consonantsOf(family), consonantsOf(given)]
  if (f === '' && g === '') return []
  const blocks = [`n ${[f.slice(0, 4), g.slice(0, 3)].sort().join(' ')}`]
  for (const date of dates) {
    const [year = '', month = '', day = ''] = date.split('-')
    const day12 = [two(month), two(day)].sort().join('')
    for (const letters of [f.slice(0, 2), g.slice(0, 2)]) blocks.push(`d ${year}${day12} ${letters}`)
    // A slip in the date leaves the year or the day whole.
    blocks.push(`y ${year} ${f.slice(0, 3)} ${g.slice(0, 1)}`, `m ${day12} ${f.slice(0, 3)} ${g.slice(0, 1)}`)
  }
  return blocks
}

function titleBlocks(title: string): string[] {
  const words = titleKey(title)
    .split(' ')
    .filter(word => word.length > 2)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const [first, second] = words.map(word => consonantsOf(word).slice(0, 5))
  if (first === undefined) return []
  return second === undefined ? [`t ${first}`] : [`t ${[first, second].sort().join(' ')}`, `t ${first}`]
}
