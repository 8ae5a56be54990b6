import { expect, it } from 'vitest'
import { toldOfRelease } from './told-of-release.ts'

const version = (number: string, title: string) => ({
  version: number,
  files: { 'messages/en.json': JSON.stringify({ title }) },
})

it('tells what a release says otherwise than the version before it', async () => {
  const after = version('1.1.0', 'New title')
  const told = await toldOfRelease('service:x@1.1.0', version('1.0.0', 'Old title'), after, 'kk')
  expect(told).toMatchObject({ before: '1.0.0', changes: [{ path: 'messages/en.json', change: 'changed' }] })
  expect(told.lines.slice(0, 2)).toEqual(['Published service:x@1.1.0 after 1.0.0:', '  өзгерді: messages/en.json'])
  expect(told.lines[2]).toMatch(/Old title.*New title/)
  expect(await toldOfRelease('service:x@1.1.0', null, after, 'en')).toEqual({
    before: null,
    changes: [],
    lines: ['Published service:x@1.1.0, the first version here.'],
  })
})
