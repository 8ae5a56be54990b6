import { fileURLToPath } from 'node:url'
import { hashOf, readContent, readFormats } from '@tereze/catalogue'
import { workerServer } from '@tereze/foundation-testing'
import type { BenchOrder, StoryTold } from '@tereze/studio/contract'
import { afterAll, expect, it } from 'vitest'
import type { StoryServer } from '../stories/story-database.ts'
import { openBenchRoom } from './tell-order.ts'

const content = fileURLToPath(new URL('../../../../content', import.meta.url))
const around = await readContent(content)
const limits = { largest: 4_000_000 }
const room = openBenchRoom(workerServer() as StoryServer, await readFormats(`${content}/format`), limits)
afterAll(() => room.close())

const published = around.find(({ id }) => id === 'kindergarten-queue')
if (published === undefined) throw new Error('no such service')
const files = published.files

/** The published service with other files, above what is published. */
function source(changes: Readonly<Record<string, string>>) {
  const card = JSON.parse(files['service.json'] ?? '')
  const own = { ...files, 'service.json': JSON.stringify({ ...card, version: '9.0.0' }), ...changes }
  return { ...published, files: own, version: '9.0.0', hash: hashOf(own), folder: 'draft' } as BenchOrder['source']
}

async function tell(order: Omit<BenchOrder, 'around'>, signal = new AbortController().signal) {
  const told: StoryTold[] = []
  const outcome = await room.tell({ around, ...order }, one => void told.push(one), signal)
  return { outcome, told }
}

const path = 'cases/large-family.case.json'
const text = files[path] ?? ''

it('tells stories of a draft beside what is published, says what is otherwise, and what stories should use', async () => {
  const story = JSON.parse(text)
  const wrong = text.replace(/"outcome": *"granted"/, '"outcome": "refused"')
  const stories = [
    { path, text },
    { path: 'cases/wrong.case.json', text: wrong },
  ]
  const { outcome, told } = await tell({ source: source({}), stories, isTrial: false })
  expect(outcome).toMatchObject({
    ok: true,
    items: expect.arrayContaining([expect.objectContaining({ kind: 'rule' })]),
  })
  const [right, other] = told.toSorted((a, b) => a.path.localeCompare(b.path))
  expect(right).toMatchObject({ path, differences: [], stoppedAt: null, next: [] })
  expect(right?.moments.at(-1)?.cases[0]).toMatchObject({ service: 'kindergarten-queue', outcome: 'granted' })
  expect(right?.used.some(name => name.startsWith('rule kindergarten-queue '))).toBe(true)
  expect(other?.differences).toEqual([{ what: 'outcome', expected: 'refused', found: 'granted' }])

  // Before its first step it is asked what can be done: the form, in which persons are called as in the story.
  const begun = JSON.stringify({ ...story, steps: [] })
  const trial = await tell({ source: source({}), stories: [{ path, text: begun }], isTrial: true })
  const [act] = trial.told[0]?.next ?? []
  expect(act).toMatchObject({ does: 'submits', service: 'kindergarten-queue', form: { form: expect.anything() } })
  expect(JSON.stringify(act?.form)).toMatch(/"@[a-z]+"/)
  expect(JSON.stringify(act?.form)).not.toMatch(/person_[0-9a-f]{8}/)

  const stop = new AbortController()
  stop.abort()
  expect((await tell({ source: source({}), stories, isTrial: false }, stop.signal)).told).toEqual([])

  // What one story tells does not grow without end.
  limits.largest = 100
  expect(await tell({ source: source({}), stories: stories.slice(0, 1), isTrial: false })).toEqual({
    outcome: { ok: false, problem: 'took-too-long' },
    told: [],
  })

  // A package that could not be published cannot be tried.
  const broken = source({ 'data.schema.json': '{}' })
  expect((await tell({ source: broken, stories, isTrial: false })).outcome).toEqual({
    ok: false,
    problem: 'package-faulty',
  })
}, 120_000)
