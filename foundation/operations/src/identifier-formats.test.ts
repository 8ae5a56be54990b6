import { completeNumber, iin, snils } from '@tereze/identifiers'
import { describe, expect, it } from 'vitest'
import { findProblems } from './validation.ts'

const schema = {
  type: 'object',
  properties: { iin: { type: 'string', format: 'kz-iin' }, snils: { type: 'string', format: 'ru-snils' } },
}

describe('formats of national numbers', () => {
  it('take a right number and name the field of a wrong one', () => {
    const right = { iin: completeNumber(iin, '99010150000'), snils: completeNumber(snils, '111111111') }
    expect(findProblems(schema, right)).toEqual([])
    expect(findProblems(schema, { iin: '9901015000', snils: right.snils?.replaceAll('-', '') })).toEqual([
      { pointer: '/iin', code: 'field.wrong-number', params: { limit: 'kz-iin' } },
      { pointer: '/snils', code: 'field.wrong-number', params: { limit: 'ru-snils' } },
    ])
  })
})
