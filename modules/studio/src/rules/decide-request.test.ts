import type { PackageSource } from '@tereze/catalogue/contract'
import { describe, expect, it } from 'vitest'
import { nextVersion } from '../contract/index.ts'
import { type RequestWanted, whyFaulty, whyNoRequest } from './decide-request.ts'

const source = (version: string, more: Record<string, string> = {}, card: object = {}): PackageSource => ({
  kind: 'service',
  id: 'camp',
  version,
  hash: `hash ${version}`,
  folder: 'draft',
  files: {
    'service.json': `{ "id": "camp", "version": "${version}", "owner": "org:health"${Object.entries(card)
      .map(([key, value]) => `, "${key}": "${value}"`)
      .join('')} }`,
    ...more,
  },
})
const wanted = (changes: Partial<RequestWanted> = {}): RequestWanted => ({
  organisation: 'health',
  draft: { kind: 'service', package: 'camp', baseHash: 'hash 1.2.0', revision: 4 },
  seen: 4,
  version: '1.2.1',
  source: source('1.2.1', { 'notices/granted.md': 'New' }),
  published: source('1.2.0', { 'notices/granted.md': 'Old' }),
  newest: null,
  isBody: id => id === 'health',
  ...changes,
})

describe('asking for publication', () => {
  it('may be, above what is published and for the first time', () => {
    expect(whyNoRequest(wanted())).toBeNull()
    const draft = { ...wanted().draft, baseHash: null }
    expect(whyNoRequest(wanted({ published: null, draft, version: '1.0.0' }))).toBeNull()
  })

  it('goes on from a version that was rolled back, or from the one in use, above both', () => {
    const rolledBack = { newest: source('1.3.0', { 'notices/granted.md': 'Wrong' }), version: '1.3.1' }
    const draft = { ...wanted().draft, baseHash: 'hash 1.3.0' }
    expect(whyNoRequest(wanted({ ...rolledBack, draft }))).toBeNull()
    expect(whyNoRequest(wanted(rolledBack))).toBeNull()
    expect(whyNoRequest(wanted({ ...rolledBack, version: '1.2.1' }))).toMatchObject({
      code: 'studio.version-not-higher',
      params: { published: '1.3.0' },
    })
  })

  it('is refused where the draft is not what was seen, or what is published is not what it grew from', () => {
    expect(whyNoRequest(wanted({ seen: 3 }))).toMatchObject({ code: 'studio.draft-moved', params: { revision: 4 } })
    expect(whyNoRequest(wanted({ published: source('1.3.0') }))).toMatchObject({
      code: 'studio.draft-outdated',
      params: { published: '1.3.0' },
    })
  })

  it('is refused where nothing but the version is other', () => {
    const same = source('1.2.1', { 'notices/granted.md': 'Old' })
    expect(whyNoRequest(wanted({ source: same }))).toMatchObject({ code: 'studio.draft-unchanged' })
  })

  it('is refused for a version that is not above', () => {
    for (const version of ['1.2.0', '1.1.9', '0.9.0'])
      expect(whyNoRequest(wanted({ version }))).toMatchObject({
        code: 'studio.version-not-higher',
        pointer: '/version',
      })
  })

  it('is refused for another id, a foreign owner, one that does not exist, a card that cannot be read', () => {
    const field = (card: object, more: Partial<RequestWanted> = {}) =>
      whyNoRequest(wanted({ source: source('1.2.1', {}, card), ...more }))?.params.field
    expect(field({ id: 'other' })).toBe('id')
    expect(field({ owner: 'org:social-protection' })).toBe('owner')
    expect(field({}, { isBody: () => false })).toBe('owner')
    expect(whyNoRequest(wanted({ source: source('1.2.1', { 'service.json': '{ broken' }) }))?.params.field).toBe('id')
  })
})

it('faults keep it from being asked for, hints do not', () => {
  const message = { en: '', ru: '', kk: '' }
  const problem = { path: 'service.json', place: '/id', code: 'package.x', message }
  expect(whyFaulty([{ ...problem, weight: 'hint' }])).toBeNull()
  expect(whyFaulty([{ ...problem, weight: 'fault' }])).toMatchObject({
    code: 'studio.draft-faulty',
    params: { count: 1 },
    also: [{ code: 'package.x', params: { path: 'service.json', place: '/id' } }],
  })
})

it('the version that is proposed is above what is published', () => {
  expect([nextVersion(null), nextVersion('1.9.9')]).toEqual(['1.0.0', '1.9.10'])
})
