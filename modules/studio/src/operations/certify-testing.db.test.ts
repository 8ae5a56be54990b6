import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { certifyTesting, getBench } from '../contract/index.ts'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, organisation, sara, reviewer, begin, save, tried, look, ask, get } = await publicationsPlatform()

it('is given by somebody who wrote none of it, for the draft as it is, and stands at the request', async () => {
  const draft = await begin()
  await save(draft, 'notices/other.md', 'Other\n', null)
  const said = { passed: true, tried: 'Applied for the benefit', found: 'All got through', testers: 3 }
  const certify = (revision: number, who = reviewer) =>
    platform.run(certifyTesting, { organisation, draft, revision, ...said }, who)
  expect(await certify(2, sara)).toMatchObject({ code: 'studio.tester-own' })
  expect(await certify(1)).toMatchObject({ code: 'studio.draft-moved', params: { revision: 2 } })
  await save(draft, 'notices/other.md', null, 2)
  const path = (await look(draft)).files.find(file => file.path.startsWith('notices/'))?.path ?? ''
  await save(draft, path, 'Other words\n', 1)
  await tried(draft)
  const bench = await platform.run(getBench, { organisation, draft }, reviewer)
  if (isRefused(bench)) throw new Error(bench.code)
  expect(bench.certificates).toMatchObject([
    { passed: true, testers: 3, revision: 4, fresh: true, by: { name: { family: 'Проверкина' } } },
  ])
  expect(bench.may).toEqual({ tell: false, certify: true })
  const asked = await ask(draft, 4)
  if (isRefused(asked)) throw new Error(`${asked.code} ${JSON.stringify(asked.also)}`)
  // The version that was asked for stands in the card by now; what people tried is the same.
  expect((await get(asked.publication)).certificates).toMatchObject([{ passed: true, fresh: true }])
})
