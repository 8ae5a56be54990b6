import { expect, test } from 'vitest'
import { missingSegments, nextSegment } from './write-ahead-log.ts'

test('segments follow each other over the end of a log', () => {
  expect(nextSegment('000000010000000000000003')).toBe('000000010000000000000004')
  expect(nextSegment('0000000100000000000000FF')).toBe('000000010000000100000000')
})

test('gaps are found from the first one that is needed', () => {
  const names = ['000000010000000000000002', '000000010000000000000004', '00000002.history', '000000010000000000000006']
  expect(missingSegments(names, '000000010000000000000004')).toEqual(['000000010000000000000005'])
  expect(missingSegments(names, '000000010000000000000006')).toEqual([])
  expect(missingSegments([], '000000010000000000000006')).toEqual(['000000010000000000000006'])
})
