import { expect, it } from 'vitest'
import { joinKept, readKept, stillUnsaved } from './kept-here.ts'

const file = (path: string, text: string | null = 'x') => ({ path, text, revision: 1 })

it('reads what was stored, and nothing of what cannot be read', () => {
  expect(readKept(JSON.stringify([file('a.json'), file('b.json', null)]))).toEqual([
    file('a.json'),
    file('b.json', null),
  ])
  for (const wrong of [null, '', '{', '{}', '[1, null, {"path": 3}]']) expect(readKept(wrong)).toEqual([])
})

it('offers only what the platform has otherwise', () => {
  const platform = new Map([
    ['a.json', { text: 'x', revision: 2 }],
    ['b.json', { text: 'y', revision: 2 }],
  ])
  expect(stillUnsaved([file('a.json'), file('b.json'), file('c.json', null), file('d.json')], platform)).toEqual([
    file('b.json'),
    file('d.json'),
  ])
})

it('loses nothing of what was found while other files are changed', () => {
  expect(joinKept([file('a.json', 'old'), file('b.json')], [file('a.json', 'new')])).toEqual([
    file('b.json'),
    file('a.json', 'new'),
  ])
})
