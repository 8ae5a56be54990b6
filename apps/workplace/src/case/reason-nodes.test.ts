import { describe, expect, it } from 'vitest'
import { intlOf, wordsOf } from '../words/words.ts'
import { paragraphOf } from './clause.ts'
import { reasonNodes } from './reason-nodes.tsx'
import type { CaseView } from './view.ts'

const words = wordsOf(intlOf('en'), 'en')
const text = { en: 'Married', ru: 'В браке', kk: 'Некеде' }
const reason = (value: string | null, because: unknown[] = []): CaseView['reasons'][number] => ({
  kind: 'rule',
  text,
  held: true,
  clause: 'act:civil-registration/14.2',
  value,
  source: null,
  because,
})
const value = (of: string) => reasonNodes([reason(of)], words)[0]?.value

describe('reasonNodes', () => {
  it('keeps the tree and says whether each held and by which paragraph', () => {
    const [top] = reasonNodes([reason(null, [reason('true'), 'nonsense'])], words)
    expect(top).toMatchObject({ text: 'Married', held: true, heldWords: 'Holds:', clause: 'Clause 14.2' })
    expect(top?.because.map(one => one.value)).toEqual(['yes'])
    expect(top).not.toHaveProperty('value')
  })

  it('says a value in the words that came with it', () => {
    const valueText = { en: 'the mother’s own child', ru: 'свой ребёнок', kk: 'өз баласы' }
    expect(reasonNodes([{ ...reason('own'), valueText }], words)[0]?.value).toBe('the mother’s own child')
  })

  it('never shows JSON or ids', () => {
    expect(value('granted')).toBe('Granted')
    expect(value('41000.00 DMD')).toBe(words.money({ amount: '41000.00', currency: 'DMD' }))
    expect(value('41 000 DMD')).toBe('41 000 DMD')
    expect(value('{"path":"marriage","father":"person_01a1c4f2-aa9f-78b7-af04-770c879643ff"}')).toBe('marriage')
    expect(value('{"father":"person_01a1c4f2-aa9f-78b7-af04-770c879643ff"}')).toBeUndefined()
    expect(value('{broken')).toBe('{broken')
  })
})

describe('paragraphOf', () => {
  it('is the paragraph of a clause', () => {
    expect([paragraphOf('act:family-benefits/7.2'), paragraphOf('7.2')]).toEqual(['7.2', '7.2'])
  })
})
