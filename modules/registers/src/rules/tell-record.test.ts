import { describe, expect, it } from 'vitest'
import { tellRecord } from './tell-record.ts'

const text = (words: string) => ({ en: words, ru: `${words} (ru)`, kk: `${words} (kk)` })
const known: Readonly<Record<string, ReturnType<typeof text>>> = {
  'field.name': text('Name'),
  'field.sex': text('Sex'),
  'answer.sex.female': text('female'),
  'field.documents': text('Papers'),
  'field.documents.number': text('Number'),
  'field.colours': text('Colours'),
  'answer.colours.red': text('red'),
}
const tell = (data: unknown) => tellRecord(data, key => known[key] ?? null)

describe('tellRecord', () => {
  it('keeps a name and an amount whole, and says choices in words', () => {
    const name = { family: 'Altyn', given: 'Dana' }
    expect(tell({ name, sex: 'female', pay: { amount: '1.00', currency: 'DMD' }, colours: ['red', 'blue'] })).toEqual([
      { pointer: '/name', label: text('Name'), value: name },
      { pointer: '/sex', label: text('Sex'), value: text('female') },
      {
        pointer: '/pay',
        label: { en: 'pay', ru: 'pay', kk: 'pay' },
        value: { amount: '1.00', currency: 'DMD' },
      },
      { pointer: '/colours', label: text('Colours'), value: [text('red'), 'blue'] },
    ])
  })

  it('says each part of a list of objects by the nearest words, and nothing of what is not there', () => {
    expect(tell({ documents: [{ number: 'A1', country: 'XD' }, { number: 'B2' }], died: null })).toEqual([
      { pointer: '/documents/0/number', label: text('Number'), value: 'A1' },
      { pointer: '/documents/0/country', label: text('Papers'), value: 'XD' },
      { pointer: '/documents/1/number', label: text('Number'), value: 'B2' },
    ])
  })
})
