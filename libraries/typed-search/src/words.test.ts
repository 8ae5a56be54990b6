import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedWords, soughtWords } from './words.ts'

const asked = (typed: string) => askedWords(typed).map(({ word, mayGoOn }) => `${word}${mayGoOn ? '…' : ''}`)

describe('soughtWords', () => {
  it('reduces three languages to one alphabet, each word once', () => {
    expect(soughtWords(['Talap, Saryarka street, 12', 'Талап, улица Сарыарка, 12', 'Талап, Сарыарқа көшесі, 12'])).toBe(
      ' talap sararka strit 12 ulitsa koshesi ',
    )
    expect(soughtWords([])).toBe('')
  })

  it.each(['7А', '7 а', '7-а', '7a'])('takes the house %s for one word', house => {
    expect(soughtWords([`ул Садовая, ${house}`])).toBe(' ul sadova 7a ')
  })

  it('keeps the parts of 12/3 and 5к2 apart', () => {
    expect(soughtWords(['12/3, 5к2'])).toBe(' 12 3 5k 2 ')
    expect(soughtWords(['д 5 к 2'])).toBe(' d 5 k 2 ')
  })
})

describe('askedWords', () => {
  it.each([
    ['ул. Садовая', ['sadova…']],
    ['Садовая көш., 7', ['sadova…', '7…']],
    ['7 Sadovaya street', ['7', 'sadova…']],
    ['дом 5, кв. 12', ['5', '12…']],
    ['Садовая 5 ', ['sadova…', '5']],
    ['улица', ['ulitsa…']],
    ['  ,. ', []],
    ['', []],
  ])('of "%s" are %j', (typed, words) => {
    expect(asked(typed)).toEqual(words)
  })

  it('asks for no more than is kept of the same text', () => {
    assert(
      property(string({ unit: 'grapheme' }), text => {
        const kept = soughtWords([text])
        for (const { word } of askedWords(text)) expect(kept).toContain(` ${word} `)
      }),
    )
  })
})
