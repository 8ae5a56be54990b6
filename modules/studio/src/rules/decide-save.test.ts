import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { beginDraft, largestFile, saveFiles } from '../contract/index.ts'
import { changesBetween, decideSave } from './decide-save.ts'

const now = [
  { path: 'service.json', text: '{}', revision: 1 },
  { path: 'notices/received.md', text: 'Received', revision: 3 },
]
const at = '2026-03-02T04:00:00.000Z'
const by = () => ({ by: 'official_1', at })

describe('decideSave', () => {
  it('adds, changes, removes, and leaves out what stays', () => {
    const changes = decideSave(
      now,
      [
        { path: 'service.json', text: '{ }', revision: 1 },
        { path: 'notices/received.md', text: null, revision: 3 },
        { path: 'notices/granted.md', text: 'Granted', revision: null },
      ],
      by,
    )
    expect(changes).toEqual([
      { path: 'notices/granted.md', change: 'added', text: 'Granted' },
      { path: 'notices/received.md', change: 'removed', text: null },
      { path: 'service.json', change: 'changed', text: '{ }' },
    ])
    expect(decideSave(now, [{ path: 'service.json', text: '{}', revision: 1 }], by)).toEqual([])
  })

  it('refuses a file that somebody changed, added or removed meanwhile, saying who and when', () => {
    const stale = [
      { path: 'service.json', text: '{ }', revision: 1 },
      { path: 'notices/received.md', text: 'Mine', revision: 2 },
    ]
    expect(decideSave(now, stale, by)).toMatchObject({
      code: 'studio.file-changed',
      pointer: '/files/1',
      params: { path: 'notices/received.md', by: 'official_1', at },
    })
    for (const wanted of [
      { path: 'notices/received.md', text: 'Mine', revision: null },
      { path: 'notices/gone.md', text: 'Mine', revision: 2 },
    ])
      expect(decideSave(now, [wanted], by)).toMatchObject({ code: 'studio.file-changed' })
  })

  it('takes what is there already, whoever wrote it: a try whose answer was lost is no conflict', () => {
    expect(decideSave(now, [{ path: 'notices/received.md', text: 'Received', revision: 2 }], by)).toEqual([])
    expect(decideSave(now, [{ path: 'notices/gone.md', text: null, revision: 2 }], by)).toEqual([])
  })

  it('lets other files be saved beside one that is there and could not be written', () => {
    const strange = [...now, { path: 'strange/x.json', text: '{}', revision: 1 }]
    const save = (path: string, text: string | null) => decideSave(strange, [{ path, text, revision: 1 }], by)
    expect(save('service.json', '{ }')).toMatchObject([{ path: 'service.json', change: 'changed' }])
    expect(save('strange/x.json', null)).toMatchObject([{ path: 'strange/x.json', change: 'removed' }])
    expect(save('strange/x.json', '[]')).toMatchObject({ code: 'studio.path-unknown', pointer: '/files/0/path' })
  })

  it('refuses paths outside the package and what is too large', () => {
    const save = (path: string, text: string) => decideSave(now, [{ path, text, revision: null }], by)
    expect(save('../x.json', '')).toMatchObject({ code: 'studio.path-unknown', pointer: '/files/0/path' })
    expect(save('notices/long.md', 'x'.repeat(largestFile + 1))).toMatchObject({ code: 'studio.file-too-large' })
    const many = Array.from({ length: 600 }, (_, index) => ({ path: `notices/n${index}.md`, text: '', revision: null }))
    expect(decideSave(now, many, by)).toMatchObject({ code: 'studio.draft-too-large' })
    expect(isRefused(save('notices/short.md', 'x'))).toBe(false)
  })
})

it('finds nothing between equal states', () => {
  const files = new Map([['a.json', '1']])
  expect(changesBetween(files, new Map(files))).toEqual([])
})

it('lets the largest file and the longest regulation in Cyrillic letters through the door', () => {
  const bytes = (characters: number) => Buffer.byteLength(JSON.stringify({ text: 'ы"\n'.repeat(characters / 3) }))
  expect(saveFiles.limit).toBeGreaterThan(bytes(largestFile))
  expect(beginDraft.limit).toBeGreaterThan(bytes(1_000_000))
})
