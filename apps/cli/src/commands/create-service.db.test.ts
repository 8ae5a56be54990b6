import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workerServer } from '@tereze/foundation-testing'
import type { StoryServer } from '@tereze/server'
import { readStories } from '@tereze/server'
import { afterAll, expect, it } from 'vitest'
import { regulations } from '../../../../libraries/regulation/src/testing/regulations.fixture.ts'
import { findContent } from '../content-folder.ts'
import { tereze } from '../said.fixture.ts'
import { testStories } from './test.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const content = join(folder, 'content')
cpSync(fileURLToPath(new URL('../../../../content', import.meta.url)), content, { recursive: true })

/** A story that somebody wrote who never saw the package, only the regulation. */
const byAnother = {
  format: 1,
  story: 'A woman whose neighbours agree burns leaves on a day in October',
  clock: '2026-09-28T09:00:00+05:00',
  calendar: 'demo',
  given: { people: [{ as: 'gardener', born: '1971-01-02', sex: 'female', region: 'south' }] },
  steps: [
    {
      who: 'gardener',
      submits: { day: '2026-10-03', place: 'Behind the barn, by the pond', neighboursAgree: true },
      channel: 'counter',
    },
  ],
  // biome-ignore lint/suspicious/noThenProperty: this is how a story says its end
  then: { status: 'delivered', outcome: 'granted', documents: ['grant-notice'], notices: ['received', 'granted'] },
}

it('makes a package whose stories come true on the platform, and one that somebody else wrote', async () => {
  const regulation = regulations.find(({ id }) => id === 'burning-permit')
  writeFileSync(join(folder, 'regulation.json'), JSON.stringify(regulation))
  const made = await tereze('create', 'service', '--from', join(folder, 'regulation.json'), '--content', content)
  expect([made.code, made.err]).toEqual([0, ''])
  const service = join(content, 'services/tests/burning-permit')
  mkdirSync(join(service, 'cases'), { recursive: true })
  writeFileSync(join(service, 'cases/by-another.case.json'), JSON.stringify(byAnother))
  const place = await findContent(service)
  const stories = (await readStories(place.root)).filter(({ file }) => file.startsWith(place.within))
  const { told, failed, coverage } = await testStories(workerServer() as StoryServer, place, stories, () => undefined)
  expect(told.flatMap(({ file, differences }) => differences.map(one => ({ file, ...one })))).toEqual([])
  expect([told.length, failed, coverage.gaps]).toEqual([5, 0, []])
}, 180_000)
