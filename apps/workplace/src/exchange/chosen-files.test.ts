import { expect, it } from 'vitest'
import { addChosen } from './chosen-files.ts'

const taken = { mediaTypes: ['application/pdf'], size: 10, count: 2 }
const file = (name: string, size = 3, type = 'application/pdf') => new File(['x'.repeat(size)], name, { type })

it('takes files as far as the service does, and says why another one is not taken', () => {
  let next = 0
  const first = addChosen(
    taken,
    [],
    [file('a'), file('b', 0), file('c', 11), file('d', 3, 'text/csv')],
    () => `${++next}`,
  )
  expect(first.files.map(one => [one.id, one.file.name])).toEqual([['1', 'a']])
  expect(first.notTaken).toEqual([
    { name: 'b', why: 'empty' },
    { name: 'c', why: 'size' },
    { name: 'd', why: 'type' },
  ])
  const second = addChosen(taken, first.files, [file('e'), file('f')], () => `${++next}`)
  expect(second.files.map(one => one.file.name)).toEqual(['a', 'e'])
  expect(second.notTaken).toEqual([{ name: 'f', why: 'count' }])
})
