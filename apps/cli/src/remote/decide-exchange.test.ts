import { describe, expect, it } from 'vitest'
import { decidePull, decidePush } from './decide-exchange.ts'

const hash = (text: string) => `#${text}`
const known = new Map(['a', 'b', 'c', 'd'].map(path => [path, { revision: 1, sha256: hash('old') }]))
const folder = (files: Record<string, string>) => new Map(Object.entries(files))
const draft = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => ({ path, text, revision: 2 }))

describe('pushing', () => {
  it('sends what was changed, added or removed here, with the revision at which it was read', () => {
    expect(decidePush(folder({ a: 'old', b: 'mine', d: 'old', e: 'new' }), known, hash)).toEqual([
      { path: 'b', text: 'mine', revision: 1 },
      { path: 'e', text: 'new', revision: null },
      { path: 'c', text: null, revision: 1 },
    ])
  })
})

describe('pulling', () => {
  it('takes what changed there only, and leaves what changed here only', () => {
    const here = folder({ a: 'old', b: 'mine', c: 'old', d: 'old', e: 'new' })
    const { write, conflicts } = decidePull(here, known, draft({ a: 'theirs', b: 'old', d: 'old', f: 'more' }), hash)
    expect(Object.fromEntries(write)).toEqual({ a: 'theirs', c: null, f: 'more' })
    expect(conflicts).toEqual([])
  })

  it('finds conflicts where both sides changed a file otherwise, but not where they wrote the same', () => {
    const here = folder({ a: 'mine', b: 'same', d: 'mine', e: 'mine' })
    const { write, conflicts } = decidePull(
      here,
      known,
      draft({ a: 'theirs', b: 'same', c: 'theirs', e: 'theirs' }),
      hash,
    )
    expect(conflicts).toEqual(['a', 'c', 'd', 'e'])
    expect(write.size).toBe(0)
  })
})
