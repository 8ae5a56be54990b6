import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { beginExport } from '../contract/index.ts'
import { keeper, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const whole = { organisation: 'transport', register: 'vessels', where: {}, format: 'csv' } as const
const pilot = official({ organisation: 'transport', roles: ['pilot'] })
const surveyor = official({ organisation: 'transport', roles: ['surveyor'] })

describe('begin-export', () => {
  it('says what the file will be and which fields are not in it', async () => {
    const input = { ...whole, where: { port: 'south' }, format: 'xlsx', asOf: '2026-01-31' } as const
    expect(await platform.run(beginExport, input, pilot)).toMatchObject({
      name: 'vessels-2026-01-31.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      withheld: [{ pointer: '/hull', label: 'bank-secret', because: 'label' }],
    })
  })

  it.each([
    ['the whole register to who may only search', whole, pilot, 'registers.access-not-granted'],
    [
      'what the register knew then to who may not see its history',
      { ...whole, where: { tons: 1 }, knownAt: '2026-01-01T00:00:00Z' },
      surveyor,
      'registers.access-not-granted',
    ],
    ['a search by what may not be seen', { ...whole, where: { hull: 'H1' } }, keeper, 'registers.column-not-found'],
    [
      'a search by a column that is closed',
      { ...whole, where: { port: 'x' } },
      surveyor,
      'registers.column-not-granted',
    ],
    ['a value of another type', { ...whole, where: { tons: 'many' } }, keeper, 'registers.criterion-invalid'],
    ['a register that is not there', { ...whole, register: 'aeroplanes' }, keeper, 'registers.register-not-found'],
    ['a day that is none', { ...whole, asOf: '2026-02-30' }, keeper, 'operations.input-invalid'],
  ])('refuses %s before a byte is told', async (_, input, actor, code) => {
    expect(await platform.run(beginExport, input, actor)).toMatchObject({ code })
  })
})
