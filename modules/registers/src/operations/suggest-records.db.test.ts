import { person } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { changeRecord, suggestRecords } from '../contract/index.ts'
import { keeper, registersPlatform, source } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const place = { organisation: 'transport', register: 'places' }
const someone = person()
const add = (ru: string, kk: string, more: object = {}) => platform.add({ text: { ru, kk }, ...more }, 'places')

const street = await add('Талап, улица Сатпаева', 'Талап, Сәтбаев көшесі', { kind: 'street', owner: 'Somebody' })
const seven = await add('Талап, улица Сатпаева, 7А', 'Талап, Сәтбаев көшесі, 7А', { kind: 'building' })
const seventy = await add('Талап, улица Сатпаева, 70', 'Талап, Сәтбаев көшесі, 70', { kind: 'building' })
const flat = await add('Талап, улица Сатпаева, 70, кв 12', 'Талап, Сәтбаев көшесі, 70, 12-пәтер', { kind: 'flat' })
const garden = await add('Бұлақ, улица Садовая, 70', 'Бұлақ, Бау көшесі, 70', { kind: 'building', until: '2025-12-31' })

async function suggest(typed: string, more: object = {}) {
  const found = await platform.run(suggestRecords, { ...place, typed, ...more }, someone)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.map(({ record }) => record)
}

describe('suggest-records', () => {
  it.each([
    ['Russian', 'сатпаева', [street, seventy, seven, flat]],
    ['Kazakh', 'Сәтбаев көш', [street, seventy, seven, flat]],
    ['Latin', 'Satpaev str', [street, seventy, seven, flat]],
    ['any order, abbreviations, a house', '7а ул. сатпаева', [seven]],
    ['the house apart from its letter', 'Сатпаева, д. 7 А', [seven]],
    ['a number that goes on while it is typed', 'сатпаева 7', [seventy, seven, flat]],
    ['a number that is whole', 'сатпаева 70 талап', [seventy, flat]],
    ['a flat', 'Сатпаева 70 кв 12', [flat]],
    ['a slip', 'Стапаева 70 ', [seventy, flat]],
    ['another slip, in Latin letters', 'satpayeva', [street, seventy, seven, flat]],
    ['two towns', '70 ', [garden, seventy, flat]],
    ['the beginning of a town', 'бұл', [garden]],
    ['nothing that is there', 'Проспект Мира', []],
    ['one letter', 'с', []],
    ['what is not literal', '%_ %', []],
  ])('finds by %s', async (_, typed, expected) => {
    expect(await suggest(typed)).toEqual(expected)
  })

  it('takes a number of records, of a kind, in force on a day', async () => {
    expect(await suggest('сатпаева', { limit: 2 })).toEqual([street, seventy])
    expect(await suggest('сатпаева', { where: { kind: 'flat' } })).toEqual([flat])
    expect(await suggest('садовая', { on: '2025-12-31' })).toEqual([garden])
    expect(await suggest('садовая', { on: '2026-01-01' })).toEqual([])
  })

  it('shows everyone what is open, and nothing else', async () => {
    const found = await platform.run(suggestRecords, { ...place, typed: 'сатпаева', limit: 1 }, someone)
    expect(found).toMatchObject({
      items: [{ data: { kind: 'street' }, withheld: [{ pointer: '/owner', label: 'personal', because: 'label' }] }],
    })
    expect(JSON.stringify(found)).not.toContain('Somebody')
    const guess = { ...place, typed: 'сатпаева', where: { owner: 'Somebody' } }
    expect(await platform.run(suggestRecords, guess, someone)).toMatchObject({ code: 'registers.column-not-granted' })
  })

  it('finds by the words of today', async () => {
    const data = { kind: 'building', text: { ru: 'Бұлақ, улица Вишнёвая, 70', kk: 'Бұлақ, Шие көшесі, 70' } }
    const change = { ...place, record: garden, version: 1, data, reason: 'renamed', source }
    await platform.run(changeRecord, change, keeper)
    expect(await suggest('вишневая')).toEqual([garden])
    expect(await suggest('садовая 70')).toEqual([])
  })

  it('is refused where the register does not let it, or knows no words', async () => {
    const of = (register: string, more: object = {}) =>
      platform.run(suggestRecords, { organisation: 'transport', register, typed: 'x', ...more }, someone)
    expect(await of('vessels')).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await of('nothing')).toMatchObject({ code: 'registers.register-not-found' })
    expect(await of('places', { where: { height: 1 } })).toMatchObject({ code: 'registers.column-not-found' })
  })
})
