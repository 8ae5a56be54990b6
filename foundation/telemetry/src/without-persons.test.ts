import { describe, expect, it } from 'vitest'
import { textWithoutPersons, withoutPersons } from './index.ts'

describe('textWithoutPersons', () => {
  it.each([
    ['mail to aigul.s@example.kz now', 'mail to [removed] now'],
    ['call +7 (701) 123 45 67', 'call [removed]'],
    ['Authorization: Bearer abc.def.ghi', 'Authorization: Bearer [removed]'],
    ['postgres://user:pw@db:5432/x', 'postgres://[removed]@db:5432/x'],
  ])('%s', (text, expected) => expect(textWithoutPersons(text)).toBe(expected))

  it.each(['case_01890f3c-7b1e-7cc2-9d3b-0123456789ab', '2026-03-02T04:00:00.000Z', '41000.00', 'took 12 ms'])(
    'leaves %s alone',
    text => expect(textWithoutPersons(text)).toBe(text),
  )
})

describe('withoutPersons', () => {
  it('goes into lists and errors, and stops when too deep', () => {
    expect(withoutPersons([{ Set_Cookie: 'x', n: 1n }])).toEqual([{ Set_Cookie: '[removed]', n: '1' }])
    expect(withoutPersons({ e: new Error('a', { cause: new Error('to b@c.de') }) })).toMatchObject({
      e: { reason: 'a', cause: { reason: 'to [removed]' } },
    })
    let deep: unknown = 'x'
    for (let level = 0; level < 9; level++) deep = { next: deep }
    expect(JSON.stringify(withoutPersons(deep))).toContain('[removed]')
  })
})
