import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listAnswerTerms, sendMessage } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'social-protection'
const service = 'tax-agency.income-by-person@1'
const contract = platform.packages.get('contract', 'tax-agency.income-by-person').json.get('contract.json') ?? {}
const served = contract.serves
const list = async (of = organisation) => {
  const found = await platform.run(
    listAnswerTerms,
    { organisation: of },
    official({ organisation: of, roles: ['integrator'] }),
  )
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

it('tells which agencies are overdue and why, and later that their answers came late', async () => {
  const down = { kind: 'view', system: 'nowhere', view: 'a.b', columns: ['c'], where: { c: 1 } }
  Object.assign(contract, { serves: { from: down, answer: {} } })
  await platform.run(
    sendMessage,
    {
      organisation,
      message: '01960000-0000-7000-8000-00000000a001',
      contract: service,
      purpose: 'benefit-eligibility',
      ground: 'act:family-benefits/8',
      body: { person: platform.mother.id, year: 2025 },
    },
    system({ organisation, roles: ['platform'] }),
  )
  const since = platform.clock.now().toISOString()
  await platform.settle()
  const line = { provider: 'tax-agency', contract: service, term: 30_000 }
  expect(await list()).toEqual([{ ...line, waiting: 1, overdue: 0, oldest: null, code: null, answered: 0, late: 0 }])
  platform.clock.advance({ minutes: 1 })
  const code = 'exchange.provider-unavailable'
  expect(await list()).toEqual([{ ...line, waiting: 1, overdue: 1, oldest: since, code, answered: 0, late: 0 }])
  expect(await list('civil-registry')).toEqual([])
  Object.assign(contract, { serves: served })
  await platform.settle()
  expect(await list()).toEqual([{ ...line, waiting: 0, overdue: 0, oldest: null, code: null, answered: 1, late: 1 }])
  platform.clock.advance({ days: 31 })
  expect(await list()).toEqual([])
})
