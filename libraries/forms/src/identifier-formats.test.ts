import { completeNumber, numberSchemes } from '@tereze/identifiers'
import { Check } from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import { compileForm, formState } from './index.ts'
import './validators.ts'

/** Bodies that nobody has: born in 2099, registered in 2060, of region 00, with a digit three times in a row. */
const bodies = ['99010150000', '60014000000', '000000001', '0000000001', '111111111', '100000000000', '30000000000000']

describe('formats of national numbers in forms', () => {
  it.each(numberSchemes.map((scheme, place) => [scheme.id, scheme, bodies[place] ?? ''] as const))(
    '%s',
    (format, scheme, body) => {
      const right = completeNumber(scheme, body) ?? ''
      const wrong = right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10)
      expect(Check({ type: 'string', format }, right)).toBe(true)
      expect(Check({ type: 'string', format }, wrong)).toBe(false)
    },
  )

  it('say why a number is wrong', () => {
    const compiled = compileForm({
      schema: {
        type: 'object',
        properties: { holder: { type: 'object', properties: { number: { type: 'string', format: 'kz-iin' } } } },
      },
      form: { pages: [{ id: 'who', items: [{ field: '/holder/number', as: 'text' }] }] },
    })
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
    const problems = (number: string) =>
      formState(compiled.form, {
        data: { holder: { number } },
        now: '2026-03-02T09:00:00Z',
        zone: 'UTC',
      }).pages.flatMap(page => page.items.flatMap(item => ('problems' in item ? item.problems : [])))
    const about = { pointer: '/holder/number' }
    const right = completeNumber(numberSchemes[0] as (typeof numberSchemes)[number], bodies[0] ?? '') ?? ''
    expect(problems(right)).toEqual([])
    expect(problems('9902')).toEqual([
      { ...about, code: 'form.number-length', params: { format: 'kz-iin', digits: 12, given: 4 } },
    ])
    expect(problems(`990231${right.slice(6)}`)).toEqual([
      { ...about, code: 'form.number-date', params: { format: 'kz-iin', digits: 6 } },
    ])
  })
})
