import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findProblems } from '@tereze/foundation-operations'
import type { TSchema } from 'typebox'
import { describe, expect, it } from 'vitest'
import { exampleOf } from './example-of.ts'
import { sampleOfPattern } from './sample-of-pattern.ts'

const folder = fileURLToPath(new URL('../../../../content/contracts', import.meta.url))
const contracts = readdirSync(folder).map(
  id =>
    [
      id,
      JSON.parse(readFileSync(`${folder}/${id}/contract.json`, 'utf8')) as Record<'request' | 'response', TSchema>,
    ] as const,
)

describe('exampleOf', () => {
  it.each(contracts)('fits the request and the response of %s', (_, { request, response }) => {
    // A topic has neither: it tells what is in its template.
    for (const side of [request, response].filter(schema => schema !== undefined))
      expect(findProblems(side, exampleOf(side))).toEqual([])
  })

  it('takes what the schema gives, and the first of several', () => {
    expect(exampleOf({ const: 7 })).toBe(7)
    expect(exampleOf({ type: 'string', examples: ['here'] })).toBe('here')
    expect(exampleOf({ oneOf: [{ enum: ['b', 'c'] }, { type: 'null' }] })).toBe('b')
    expect(exampleOf({ allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] })).toEqual({
      a: 1,
      b: 2,
    })
    expect(exampleOf({ type: 'array', minItems: 2, items: { type: 'integer', exclusiveMinimum: 4 } })).toEqual([5, 5])
  })
})

describe('sampleOfPattern', () => {
  it.each([
    '^person_',
    '^DM-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]$',
    '^-?(0|[1-9][0-9]*)(\\.[0-9]{1,2})?$',
    '^[A-Z]{3}$',
    '^\\+[0-9]{6,15}$',
    '^(?:a|b)+[^x]\\d{2}.$',
  ])('finds a text that %s takes', pattern => {
    expect(sampleOfPattern(pattern)).toMatch(new RegExp(pattern, 'u'))
  })

  it.each(['^(?=a)b$', '(a)\\1', '[', 'a)'])('has none for %s', pattern => {
    expect(sampleOfPattern(pattern)).toBeNull()
  })
})
