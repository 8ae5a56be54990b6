import { describe, expect, it } from 'vitest'
import { choicesAt, partNames } from './written-parts.ts'

const schema = {
  oneOf: [
    { properties: { kind: { const: 'marriage' }, from: { type: 'string' } } },
    { properties: { kind: { const: 'parentage' }, as: { enum: ['mother', 'father'] } } },
  ],
  properties: {
    open: { type: 'boolean' },
    list: { items: { properties: { kind: { enum: ['passport', 'permit'] } } } },
    died: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
}

describe('choicesAt', () => {
  it.each([
    ['/kind', ['marriage', 'parentage']],
    ['/as', ['mother', 'father']],
    ['/open', [true, false]],
    ['/list/0/kind', ['passport', 'permit']],
    ['/from', null],
    ['/died', null],
    ['/unknown', null],
  ])('of %s are %j', (pointer, choices) => {
    expect(choicesAt(schema, pointer)).toEqual(choices)
  })
})

describe('partNames', () => {
  it('are those of names and money', () => {
    expect(partNames({ family: 'A', given: 'B' })).toEqual(['family', 'given', 'patronymic'])
    expect(partNames({ amount: '1.00', currency: 'DMD' })).toEqual(['amount'])
    expect(partNames('A')).toBeNull()
    expect(partNames(null)).toBeNull()
  })
})
