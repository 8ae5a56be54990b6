import { describe, expect, it } from 'vitest'
import { chronicleOf } from './chronicle.ts'
import type { CaseView } from './view.ts'

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
