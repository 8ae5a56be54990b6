import { expect, it } from 'vitest'
import { changedFiles, filesOf } from './changed-paths.ts'

it('tells what is new, other and gone, and nothing of what was generated', () => {
  const before = filesOf([
    { path: 'b.json', text: '1' },
    { path: 'gone.json', text: '1' },
    { path: 'same.json', text: '1' },
  ])
  const after = filesOf([
    { path: '.generated.json', text: '1' },
    { path: 'a.json', text: '1' },
    { path: 'b.json', text: '2' },
    { path: 'same.json', text: '1' },
  ])
  expect(changedFiles(before, after)).toEqual([
    { path: 'a.json', change: 'added' },
    { path: 'b.json', change: 'changed' },
    { path: 'gone.json', change: 'removed' },
  ])
})
