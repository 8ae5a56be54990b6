import { describe, expect, it } from 'vitest'
import { chronicleOf } from './chronicle.ts'
import { emptyDraft, forgetDrafts, keepDraft, readDraft } from './decision-draft.ts'
import { findDecisionMistakes } from './decision-mistakes.ts'
import type { CaseView } from './view.ts'

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

describe('findDecisionMistakes', () => {
  it('asks for outcome and reason of a decision', () => {
    expect(findDecisionMistakes(emptyDraft, 'decision', 3)).toEqual(['outcome', 'reason'])
    expect(findDecisionMistakes({ ...emptyDraft, outcome: 'granted', reason: ' ' }, 'decision', 3)).toEqual(['reason'])
    expect(findDecisionMistakes({ ...emptyDraft, outcome: 'granted', reason: 'x' }, 'decision', 3)).toEqual([])
  })

  it('asks for a ground of a refusal where there are grounds to choose from', () => {
    const refusal = { ...emptyDraft, outcome: 'refused', reason: 'x' }
    expect(findDecisionMistakes(refusal, 'decision', 2)).toEqual(['grounds'])
    expect(findDecisionMistakes({ ...refusal, grounds: ['a'] }, 'decision', 2)).toEqual([])
    expect(findDecisionMistakes(refusal, 'decision', 0)).toEqual([])
  })

  it('asks for no reason of other work', () => {
    expect(findDecisionMistakes({ ...emptyDraft, outcome: 'done' }, 'work', 0)).toEqual([])
  })
})

describe('drafts', () => {
  it('are kept per task and forgotten', () => {
    const storage = memory()
    keepDraft(storage, 't1', { outcome: 'refused', grounds: ['a'], reason: 'because' })
    keepDraft(storage, 't2', { ...emptyDraft, reason: 'other' })
    expect(readDraft(storage, 't1')).toEqual({ outcome: 'refused', grounds: ['a'], reason: 'because' })
    keepDraft(storage, 't1', null)
    expect(readDraft(storage, 't1')).toEqual(emptyDraft)
    forgetDrafts(storage)
    expect(readDraft(storage, 't2')).toEqual(emptyDraft)
  })

  it('that are unreadable are empty', () => {
    const storage = memory()
    storage.setItem('tereze.decision.t1', 'nonsense')
    expect(readDraft(storage, 't1')).toEqual(emptyDraft)
  })
})

describe('chronicleOf', () => {
  it('is newest first, an act before the words about it', () => {
    const text = { en: '', ru: '', kk: '' }
    const view = {
      timeline: [
        { at: '2026-03-02T04:00:00.000Z', text, by: 'us' },
        { at: '2026-03-04T04:00:00.000Z', text, by: 'agency' },
      ],
      acts: [{ at: '2026-03-02T04:00:00.000Z', kind: 'registration' }],
    } as unknown as CaseView
    expect(chronicleOf(view).map(entry => [entry.kind, entry.at.slice(8, 10)])).toEqual([
      ['line', '04'],
      ['act', '02'],
      ['line', '02'],
    ])
  })
})
