import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf, readContent } from '@tereze/catalogue'
import type { BenchOrder, StoryTold } from '@tereze/studio/contract'
import { afterAll, expect, it } from 'vitest'
import { startBench } from './start-bench.ts'

const content = fileURLToPath(new URL('../../../../content', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const around = await readContent(content)
const published = around.find(({ id }) => id === 'kindergarten-queue')
if (published === undefined) throw new Error('no such service')
const card = JSON.parse(published.files['service.json'] ?? '')
const files = { ...published.files, 'service.json': JSON.stringify({ ...card, version: '9.0.0' }) }
const path = 'cases/large-family.case.json'
const order = {
  around,
  source: { ...published, files, version: '9.0.0', hash: hashOf(files), folder: 'draft' },
  stories: [{ path, text: published.files[path] ?? '' }],
  isTrial: false,
} as BenchOrder
const nobody = new AbortController().signal

it('tells a story in a process of its own, which leaves nothing when the bench is closed', async () => {
  const bench = startBench(folder)
  const told: StoryTold[] = []
  expect(await bench.tell(order, async one => void told.push(one), nobody)).toMatchObject({ ok: true })
  expect(told).toMatchObject([{ path, differences: [] }])
  await bench.close()
  expect(readdirSync(folder)).toEqual([])
  expect(await bench.tell(order, async () => undefined, nobody)).toEqual({ ok: false, problem: 'broke-down' })
}, 300_000)

it.each([{ patience: 20 }, { longest: 20 }])(
  'ends a process that gives no sign of life, or takes too long: %o',
  async limits => {
    const bench = startBench(join(folder, 'silent'), limits)
    expect(await bench.tell(order, async () => undefined, nobody)).toEqual({ ok: false, problem: 'took-too-long' })
    await bench.close()
    await expect.poll(() => existsSync(join(folder, 'silent')) && readdirSync(join(folder, 'silent'))).toEqual([])
  },
  60_000,
)
