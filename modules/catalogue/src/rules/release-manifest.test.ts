import { expect, it } from 'vitest'
import { openedContent, sourceOf } from '../demo-content.fixture.ts'
import { openPackage } from '../reading/open-package.ts'
import { lockOf } from './lock-of.ts'
import { faultsAgainst, manifestOf } from './release-manifest.ts'

const source = sourceOf('service', 'monthly-child-benefit')
const set = openedContent()

it('names each file that is other, missing or added, and a manifest of another package', () => {
  const manifest = manifestOf(source, {
    environment: 'test',
    base: null,
    lock: [],
    publishedAt: '2026-01-01T00:00:00Z',
  })
  expect(faultsAgainst(manifest, source)).toEqual([])
  const { 'service.json': card = '', 'sources.json': _gone, ...rest } = source.files
  const other = { ...source, files: { ...rest, 'service.json': `${card} `, 'new.txt': '' } }
  const name = `service:${source.id}@${source.version}`
  expect(faultsAgainst(manifest, other)).toEqual([
    { package: name, code: 'release.file-added', file: 'new.txt' },
    { package: name, code: 'release.file-changed', file: 'service.json' },
    { package: name, code: 'release.file-missing', file: 'sources.json' },
  ])
  expect(faultsAgainst(manifest, { ...source, version: '9.9.9' })).toMatchObject([{ code: 'release.other-package' }])
})

it('pins the processes, contracts and registers that a service refers to', () => {
  const lock = lockOf(openPackage(source), set.find)
  const process = set.get('process', 'standard-service')
  expect(lock).toContainEqual({ kind: 'process', id: process.id, version: process.version, hash: process.hash })
  expect(new Set(lock.map(({ kind }) => kind))).toEqual(new Set(['process', 'contract', 'register']))
  expect(lock.every(one => set.get(one.kind, one.id, one.version).hash === one.hash)).toBe(true)
})
