import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localMasterKey } from '@tereze/foundation-keys'
import { expect, test } from 'vitest'
import { openRepository } from './repository.ts'
import { missingSegments, nextSegment, takeArchive } from './write-ahead-log.ts'

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

test('two that take the archive at once take everything, and leave what is not finished', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-archive-'))
  try {
    const archive = join(folder, 'archive')
    mkdirSync(archive)
    const names = Array.from({ length: 3 }, (_, n) => `0000000100000000000000${String(n + 10)}`)
    for (const name of [...names, 'x.part']) writeFileSync(join(archive, name), name)
    const repository = await openRepository(join(folder, 'kept'), localMasterKey(new Uint8Array(32)), { make: true })
    const taken = await Promise.all([1, 2].map(() => takeArchive(archive, repository)))
    expect(taken.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(names.length)
    expect(await repository.list('wal')).toEqual(names)
    expect(readdirSync(archive)).toEqual(['x.part'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
