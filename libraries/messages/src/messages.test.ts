import { describe, expect, it } from 'vitest'
import { createMessages, findMessageProblems } from './index.ts'

const words = {
  en: { 'days.left': '{n, plural, one {# day} other {# days}} left', 'only-english': 'Hello' },
  ru: { 'days.left': '{n, plural, one {остался # день} few {осталось # дня} other {осталось # дней}}' },
  kk: { 'days.left': '{n} күн қалды' },
}

describe('messages', () => {
  const messages = createMessages([words])

  it('speaks each language by its own plural rules', () => {
    expect(messages.text('days.left', 'en', { n: 1 })).toBe('1 day left')
    expect(messages.text('days.left', 'ru', { n: 3 })).toBe('осталось 3 дня')
    expect(messages.text('days.left', 'kk', { n: 5 })).toBe('5 күн қалды')
  })

  it('falls back to English, then shows the gap', () => {
    expect(messages.text('only-english', 'kk')).toBe('Hello')
    expect(messages.text('no.such', 'ru')).toBe('[no.such]')
  })

  it('refuses a key that stands twice', () => {
    expect(() => createMessages([words, words])).toThrow(/twice/)
  })

  it('finds missing words, broken syntax and arguments that differ', () => {
    const problems = findMessageProblems({
      en: { a: 'x {name}', b: 'ok', 'Bad Key': 'x' },
      ru: { a: 'x {other}', b: '{', 'Bad Key': 'x' },
      kk: { a: 'x {name}', 'Bad Key': 'x' },
    })
    expect(problems).toEqual([
      { key: 'a', language: 'ru', problem: 'arguments' },
      { key: 'b', language: 'ru', problem: 'syntax' },
      { key: 'b', language: 'kk', problem: 'missing' },
      { key: 'Bad Key', language: 'en', problem: 'key-form' },
    ])
  })
})
