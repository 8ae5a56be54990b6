import { expect, it } from 'vitest'
import { setVersion } from './set-version.ts'

it('changes the version of a card and nothing else of its text', () => {
  const text = '{ "format": 1, "process": { "version":"1.0.0" },\n  "version": "1.0.0", "id": "x" }\n'
  expect(setVersion(text, '1.1.0')).toBe(text.replace('"version": "1.0.0"', '"version": "1.1.0"'))
})

it('adds one where there is none, and leaves alone what is no card', () => {
  expect(JSON.parse(setVersion('{ "id": "x" }', '2.0.0'))).toEqual({ id: 'x', version: '2.0.0' })
  expect(JSON.parse(setVersion('{ "version": 1 }', '2.0.0'))).toEqual({ version: '2.0.0' })
  for (const text of ['{ broken', '[]', '"x"', '']) expect(setVersion(text, '1.0.0')).toBe(text)
})
