import type { Coverage } from './coverage.ts'
import type { Told } from './tell-story.ts'

/** Longest value shown on a line. */
const longest = 600

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > longest ? `${text.slice(0, longest)} …` : text
}

/** A told story in lines for a person: whether it holds and, where not, what was expected and what was found. */
export function describeTold({ file, story, differences, milliseconds }: Told): string {
  if (differences.length === 0) return `✓ ${file} (${Math.round(milliseconds)} ms)`
  const lines = differences.map(
    ({ what, expected, found }) => `    ${what}\n      expected  ${shown(expected)}\n      found     ${shown(found)}`,
  )
  return [`✗ ${file}`, `  ${story}`, ...lines].join('\n')
}

const nouns = { rule: 'rule', flow: 'sequence flow', exit: 'exit page', ground: 'ground' } as const

/** Coverage in lines for a person. */
export function describeCoverage({ items, gaps }: Coverage): string {
  const head = `Coverage: ${items - gaps.length} of ${items} rules, sequence flows, exit pages and grounds are in a story`
  return [head, ...gaps.map(({ kind, name }) => `✗ no story uses ${nouns[kind]} ${name}`)].join('\n')
}
