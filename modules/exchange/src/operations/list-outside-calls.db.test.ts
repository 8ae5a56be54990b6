import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOutsideCalls } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'tax-agency'
const list = async (more: object = {}, of = organisation) => {
  const integrator = official({ organisation: of, roles: ['integrator'] })
  const found = await platform.run(listOutsideCalls, { organisation: of, ...more }, integrator)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

it('tells what was asked of own systems and why there is no answer, newest first, in pages', async () => {
  const contract = platform.packages.get('contract', 'tax-agency.income-by-person').json.get('contract.json') ?? {}
  const from = { kind: 'files', system: 'nowhere', body: {} }
  Object.assign(contract, { serves: { from, answer: {} } })
  const ids = ['01960000-0000-7000-8000-00000000b001', '01960000-0000-7000-8000-00000000b002']
  for (const id of ids) {
    await platform.ask({
      id,
      contract: 'tax-agency.income-by-person@1',
      consumer: 'social-protection',
      purpose: 'benefit-eligibility',
      ground: 'act:family-benefits/8',
      subjects: [],
      case: null,
      body: { person: platform.mother.id, year: 2025 },
    })
    platform.clock.advance({ seconds: 20 })
  }
  const { items } = await list()
  expect(items).toMatchObject([
    { message: ids[1], state: 'asked', late: false, attempts: 1, reason: 'not-configured', detail: 'nowhere' },
    {
      message: ids[0],
      state: 'asked',
      late: true,
      consumer: 'social-protection',
      ended: null,
      contractTitle: { en: expect.any(String) },
    },
  ])
  expect((await list({ only: 'late' })).items).toEqual([items[1]])
  expect((await list({ only: 'open' })).items).toEqual(items)
  const first = await list({ limit: 1 })
  expect((await list({ limit: 1, after: first.next ?? '' })).items).toEqual([items[1]])
  expect((await list({}, 'social-protection')).items).toEqual([])
})
