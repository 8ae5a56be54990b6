import { expect, it } from 'vitest'
import { whyNotPublished } from './decide-publishing.ts'

const approved = { hash: 'h', version: '1.1.0', baseVersion: '1.0.0' }
const source = { kind: 'service', id: 'camp', version: '1.1.0', hash: 'h', folder: 'draft', files: {} } as const
const wanted = { approved, source, published: ['0.9.0', '1.0.0'], found: [] }
const problem = { path: 'a.json', place: null, code: 'package.x', message: { en: '', ru: '', kk: '' } }
const codes = (changes: Partial<typeof wanted> | { found: unknown }) =>
  whyNotPublished({ ...wanted, ...changes } as typeof wanted).map(({ code }) => code)

it('exactly what was approved is published, hints or not', () => {
  expect(codes({})).toEqual([])
  expect(codes({ found: [{ ...problem, weight: 'hint' }] })).toEqual([])
})

it('other files, another published version meanwhile, and faults keep it from that', () => {
  expect(codes({ source: { ...source, hash: 'other' as 'h' } })).toEqual(['studio.files-other'])
  expect(codes({ source: { ...source, version: '1.0.0' as '1.1.0' } })).toEqual(['studio.files-other'])
  expect(codes({ published: ['1.0.5'] })).toEqual(['studio.draft-outdated'])
  expect(codes({ found: [{ ...problem, weight: 'fault' }] })).toEqual(['package.x'])
})
