import { expect, test } from 'vitest'
import { readPlace, writePlace } from './use-place.ts'

test('a place is read as it was written; what is none begins at the first page', () => {
  const place = { lastAt: '2026-03-02T04:00:00.000Z', kind: 'file', subject: 'document_1 with a space' }
  expect(readPlace(writePlace(place))).toEqual(place)
  for (const text of ['', 'file', 'yesterday file a', '2026-03-02T04:00:00.000Z file '])
    expect(readPlace(text), text).toBeNull()
})
