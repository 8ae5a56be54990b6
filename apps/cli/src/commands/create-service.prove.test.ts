import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workerServer } from '@tereze/foundation-testing'
import type { StoryServer } from '@tereze/server'
import { readStories } from '@tereze/server'
import { afterAll, describe, expect, it } from 'vitest'
import { randomRegulation } from '../../../../libraries/regulation/src/testing/random-regulation.fixture.ts'
import { actOfJoining, regulations } from '../../../../libraries/regulation/src/testing/regulations.fixture.ts'
import { findContent } from '../content-folder.ts'
import { tereze } from '../said.fixture.ts'
import { testStories } from './test.ts'

const house = fileURLToPath(new URL('../../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const content = join(folder, 'content')
cpSync(join(house, 'content'), content, { recursive: true })
// The owner of the register of the queue lets the service of the regulation in.
const queue = join(content, 'registers/kindergarten-queue/register.json')
const entry = '{ "who": "service:kindergarten-queue"'
const opened =
  '{ "who": "service:nursery-queue", "may": ["see", "search", "write", "correct"], "ground": "act:education/27" },'
writeFileSync(queue, readFileSync(queue, 'utf8').replace(entry, `${opened}\n    ${entry}`))

async function make(regulation: { readonly id: string }, ...more: string[]) {
  const file = join(folder, `${regulation.id}.json`)
  writeFileSync(file, JSON.stringify(regulation))
  return tereze('create', 'service', '--from', file, '--content', content, ...more)
}

async function tellAll(within: string) {
  const place = await findContent(join(content, within))
  const stories = (await readStories(place.root)).filter(({ file }) => file.startsWith(`${place.within}/`))
  const { told, coverage } = await testStories(workerServer() as StoryServer, place, stories, () => undefined)
  return {
    wrong: told.flatMap(({ file, differences }) => differences.map(one => ({ file, ...one }))),
    gaps: coverage.gaps,
    count: told.length,
  }
}

describe('packages from digital regulations', () => {
  it('tell their stories on the platform, for every kind of regulation', async () => {
    for (const regulation of regulations)
      expect([regulation.id, (await make(regulation)).code]).toEqual([regulation.id, 0])
    const joined = await make(actOfJoining, '--base', join(folder, 'municipal-parking.json'))
    expect(joined.code).toBe(0)
    const example = join(house, 'examples/regulations/summer-camp.regulation.json')
    expect((await tereze('create', 'service', '--from', example, '--content', content)).code).toBe(0)
    const { wrong, gaps, count } = await tellAll('services/tests')
    expect(wrong).toEqual([])
    expect(gaps).toEqual([])
    expect(count).toBeGreaterThan(60)
    const camp = await tellAll('services/family/summer-camp-voucher')
    expect([camp.wrong, camp.gaps]).toEqual([[], []])
  }, 1_800_000)

  it('check, and tell their stories, for regulations that nobody has written', async () => {
    const codes: Record<number, number> = {}
    for (let seed = 1; seed <= 80; seed++) {
      const out = join(content, `services/${seed % 10 === 0 ? 'random' : 'checked'}/random-${seed}`)
      const made = await make(randomRegulation(seed), '--out', out, '--json')
      codes[made.code] = (codes[made.code] ?? 0) + 1
      // A random regulation may contradict itself: then it is refused by what cannot come, and by nothing else.
      const { problems } = JSON.parse(made.out) as { problems: { code: string }[] }
      expect(problems.map(({ code }) => code).filter(code => !code.startsWith('regulation.never-'))).toEqual([])
    }
    expect(codes[0]).toBeGreaterThan(60)
    const { wrong, gaps } = await tellAll('services/random')
    expect([wrong, gaps]).toEqual([[], []])
  }, 1_800_000)
})
