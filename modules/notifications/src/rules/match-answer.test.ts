import { describe, expect, it } from 'vitest'
import { type Ask, findWrong, matchAnswer } from './match-answer.ts'

const ask = (message: string, ...keywords: string[]): Ask => ({
  organisation: 'civil-registry',
  person: 'person_1',
  message,
  case: 'case_1',
  task: 't',
  field: null,
  keywords,
})
const asks = [ask('new', 'NAME', 'ИМЯ', 'ЕСІМ'), ask('old', 'NAME'), ask('other', 'ДА')]

describe('matchAnswer', () => {
  it.each([
    ['NAME Arman', 'Arman'],
    ['name  Arman ', 'Arman'],
    ['Имя: Айсұлу', 'Айсұлу'],
    ['«ЕСІМ» «Арман».', 'Арман'],
    ['есім Anna Maria', 'Anna Maria'],
  ])('%s', (text, value) => expect(matchAnswer(text, asks)).toEqual({ ask: asks[0], value }))

  it('takes the ask of the keyword, the newest of several', () => {
    expect(matchAnswer('да конечно', asks)?.ask.message).toBe('other')
    expect(matchAnswer('NAME x', asks.slice(1))?.ask.message).toBe('old')
  })

  it.each(['', 'NAME', 'NAME «»', 'Arman', 'NAMES Arman', '? Arman'])('%j answers nothing', text =>
    expect(matchAnswer(text, asks)).toBeNull(),
  )
})

describe('findWrong', () => {
  it.each([
    ['hello', 'keyword', 'new'],
    ['Arman', 'keyword', 'new'],
    ['ЕСІМ', 'empty', 'new'],
    ['ДА', 'empty', 'other'],
    ['NAME «»', 'empty', 'new'],
    [`NAME ${'x'.repeat(100)}`, 'long', 'new'],
  ])('%s: %s', (text, wrong, message) => {
    expect(matchAnswer(text, asks)).toBeNull()
    expect(findWrong(text, asks)).toMatchObject({ wrong, ask: { message } })
  })

  it('is nothing where nothing was asked', () => expect(findWrong('hello', [])).toBeNull())
})
