import { expect, test } from 'vitest'
import { readRecordIds } from './read-record-ids.ts'

const id = (n: number) => `person_0198a000-0000-7000-8000-00000000000${n}`

test('ids are found in a list, in a table and among other words, each once', () => {
  expect(
    readRecordIds(`${id(1)}\n${id(2)},"Name"; ${id(1)}\r\nbirth-act_0198a000-0000-7000-8000-000000000003 x`),
  ).toEqual([id(1), id(2), 'birth-act_0198a000-0000-7000-8000-000000000003'])
  expect(readRecordIds('person_1, nobody')).toEqual([])
})
