import type { Answer, Question } from '@tereze/exchange/contract'
import { describe, expect, it } from 'vitest'
import { mergeAnswer, tellAnswers } from './told-answers.ts'

const question = (id: string, contract = 'tax.income@1') => ({ id, contract }) as Question
const real = async (): Promise<Answer> => ({
  ok: true,
  message: 'm',
  at: '2026-01-01T00:00:00Z',
  body: { sum: 1, from: { name: 'x' } },
})
const bodyOf = (answer: Answer) => (answer.ok ? answer.body : answer.code)

describe('tellAnswers', () => {
  it('gives them in the order of the calls, the last one repeating', async () => {
    const ask = tellAnswers({ 'tax.income@1': [{}, { sum: 2 }] })(real)
    expect(bodyOf(await ask(question('1')))).toEqual({ sum: 1, from: { name: 'x' } })
    expect(bodyOf(await ask(question('2')))).toEqual({ sum: 2, from: { name: 'x' } })
    expect(bodyOf(await ask(question('3')))).toEqual({ sum: 2, from: { name: 'x' } })
  })

  it('answers the same question the same', async () => {
    const ask = tellAnswers({ 'tax.income@1': ['unavailable', { sum: 2 }] })(real)
    expect(await ask(question('1'))).toMatchObject({ ok: false, retry: true })
    expect(await ask(question('1'))).toMatchObject({ ok: false, retry: true })
    expect(bodyOf(await ask(question('2')))).toMatchObject({ sum: 2 })
  })

  it('leaves other contracts alone', async () => {
    expect(
      bodyOf(await tellAnswers({ 'tax.income@1': ['unavailable'] })(real)(question('1', 'other@1'))),
    ).toMatchObject({ sum: 1 })
  })

  it('merges objects and replaces the rest', () => {
    expect(mergeAnswer({ a: { b: 1, c: 2 }, d: [1] }, { a: { c: 3 }, d: [], e: 1 })).toEqual({
      a: { b: 1, c: 3 },
      d: [],
      e: 1,
    })
  })
})
