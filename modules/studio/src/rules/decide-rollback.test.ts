import { describe, expect, it } from 'vitest'
import { decideTarget, whyNoReview, whyNoRollback } from './decide-rollback.ts'

const published = {
  used: '2.0.0',
  versions: [
    { version: '1.0.0', standing: 'in-force' },
    { version: '1.1.0', standing: 'withdrawn' },
    { version: '2.0.0', standing: 'in-force' },
  ],
} as const
const source = (version: string, files: Record<string, string>) => ({
  kind: 'register' as const,
  id: 'plots',
  version,
  hash: version,
  folder: 'plots',
  files,
})
const fault = { path: 'a.json', place: null, code: 'package.x', message: { en: '', ru: '', kk: '' } }

describe('a rollback', () => {
  it('goes to the newest version in force below, or to the one that is wanted, withdrawn or not', () => {
    expect(decideTarget(published, { from: '2.0.0' })).toBe('1.0.0')
    expect(decideTarget(published, { from: '2.0.0', to: '1.1.0' })).toBe('1.1.0')
  })

  it('goes nowhere from a version that was not in use, to none that is published, or to where one is', () => {
    expect(decideTarget(published, { from: '1.0.0' })).toMatchObject({ code: 'studio.version-moved' })
    expect(decideTarget(published, { from: '2.0.0', to: '3.0.0' })).toMatchObject({ code: 'studio.version-not-found' })
    expect(decideTarget(published, { from: '2.0.0', to: '2.0.0' })).toMatchObject({ code: 'studio.rollback-pointless' })
    const first = { used: '1.0.0', versions: published.versions.slice(0, 1) }
    expect(decideTarget(first, { from: '1.0.0' })).toMatchObject({ code: 'studio.rollback-pointless' })
  })

  it('of a register is not done where records have another shape by now, and of nothing that has faults', () => {
    const card = (version: string) => `{ "id": "plots", "version": "${version}" }`
    const from = source('2.0.0', { 'register.json': card('2.0.0'), 'data.schema.json': '{"a":1}', 'n.md': 'b' })
    const to = { ...source('1.0.0', { 'register.json': card('1.0.0'), 'data.schema.json': '{}' }), folder: '' }
    expect(whyNoRollback({ kind: 'register', from, to, found: [] })).toEqual([
      { path: 'data.schema.json', code: 'studio.records-would-not-fit' },
    ])
    const words = { ...to, files: { ...to.files, 'data.schema.json': '{"a":1}' } }
    expect(whyNoRollback({ kind: 'register', from, to: words, found: [{ ...fault, weight: 'hint' }] })).toEqual([])
    expect(whyNoRollback({ kind: 'register', from, to: words, found: [{ ...fault, weight: 'fault' }] })).toEqual([
      { path: 'a.json', code: 'package.x' },
    ])
  })

  it('is reviewed once it is done, by somebody else, who says something', () => {
    const row = { state: 'done', orderedBy: 'official_1', reviewedBy: null }
    expect(whyNoReview(row, 'official_2', 'Right')).toBeNull()
    expect(whyNoReview(row, 'official_1', 'Right')).toMatchObject({ code: 'studio.rollback-own' })
    expect(whyNoReview(row, 'official_2', ' ')).toMatchObject({ code: 'studio.remarks-needed' })
    expect(whyNoReview({ ...row, state: 'ordered' }, 'official_2', 'Right')).toMatchObject({
      code: 'studio.rollback-state',
    })
    expect(whyNoReview({ ...row, reviewedBy: 'official_3' }, 'official_2', 'Right')).toMatchObject({
      code: 'studio.rollback-state',
    })
  })
})
