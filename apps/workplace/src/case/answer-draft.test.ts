import { describe, expect, it } from 'vitest'
import { forgetAnswers, keepAnswers, readAnswers } from './answer-draft.ts'

function memory(): Storage {
  const kept: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, value: string) {
      kept[key] = value
    },
    removeItem: (key: string) => void delete kept[key],
  }
  return new Proxy(kept, { get: (_, key) => methods[key as keyof typeof methods] }) as unknown as Storage
}

describe('kept answers', () => {
  it('are kept per task and forgotten', () => {
    const storage = memory()
    keepAnswers(storage, 't1', { review: { outcome: 'refused' } })
    keepAnswers(storage, 't2', { note: 'other' })
    expect(readAnswers(storage, 't1')).toEqual({ review: { outcome: 'refused' } })
    keepAnswers(storage, 't1', null)
    expect(readAnswers(storage, 't1')).toEqual({})
    forgetAnswers(storage)
    expect(readAnswers(storage, 't2')).toEqual({})
  })

  it('that are unreadable are empty', () => {
    const storage = memory()
    storage.setItem('tereze.answers.t1', 'nonsense')
    storage.setItem('tereze.answers.t2', '[1]')
    expect([readAnswers(storage, 't1'), readAnswers(storage, 't2')]).toEqual([{}, {}])
  })
})
