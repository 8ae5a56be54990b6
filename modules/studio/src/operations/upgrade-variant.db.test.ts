import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getDraft, upgradeVariant } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'
import { newerTemplate, opened } from '../variants.fixture.ts'

const { platform, sara, sources, set } = await studioPlatform()
const organisation = 'north-region'
const amount = '/amount/heating/sum'
const wanted = { organisation, package: 'heating-support-north', to: '1.1.0', take: [] as string[], keep: [amount] }
const upgrade = (more: Partial<typeof wanted> = {}) => platform.run(upgradeVariant, { ...wanted, ...more }, sara)

it('begins a draft on the template in use: what came by itself, what was chosen, and edits by hand that stay', async () => {
  expect(await upgrade()).toMatchObject({ code: 'studio.variant-current' })
  set.add(opened(newerTemplate(sources)))
  expect(await upgrade()).toMatchObject({
    code: 'studio.collisions-open',
    also: [{ params: { place: '/deadline/term' } }],
  })
  expect(await upgrade({ organisation: 'south-region' })).toMatchObject({ code: 'studio.package-not-found' })
  expect(await upgrade({ package: 'kindergarten-queue' })).toMatchObject({ code: 'studio.variant-not-found' })

  // Somebody had edited words that the regulation gives.
  const published = sources.find(({ id }) => id === wanted.package)
  const words = JSON.parse(published?.files['messages/en.json'] ?? '')
  const edited = { ...words, 'clause.20.4': 'Edited by hand', 'clause.20.1': 'Edited too' }
  Object.assign(published?.files ?? {}, { 'messages/en.json': JSON.stringify(edited) })

  const done = await upgrade({ take: ['/deadline/term'] })
  if (isRefused(done)) throw new Error(`${done.code} ${JSON.stringify(done.also)}`)
  expect(done.edited).toBe(1)
  const draft = await platform.run(getDraft, { organisation, draft: done.draft }, sara)
  if (isRefused(draft)) throw new Error('the draft is not there')
  expect(draft.draft).toMatchObject({ revision: 2, base: { version: '1.0.0', revision: 1 } })
  const file = (path: string) => JSON.parse(draft.files.find(one => one.path === path)?.text ?? 'null')
  const act = file('digital-regulation.json')
  expect(act).toMatchObject({ base: 'heating-support@1.1.0', version: '1.1.0' })
  expect(act.changes[amount]).toContain('30000.00')
  expect(Object.keys(act.changes)).not.toContain('/deadline/term')
  expect(Object.keys(act.changes)).not.toContain('/summary')
  expect(file('regulation.json')).toMatchObject({ deadline: { workingDays: 8 }, base: 'heating-support@1.1.0' })
  expect(file('cases/granted.case.json').then.payments[0].amount.amount).toBe('30000.00')
  expect(file('messages/en.json')).toMatchObject({
    'clause.20.4': 'Edited by hand',
    'clause.20.1': 'Edited too',
    summary: expect.stringContaining('parents who live in the region'),
  })
})
