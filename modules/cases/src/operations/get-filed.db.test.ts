import { system, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { getFiled } from '../contract/index.ts'
import { cases } from '../index.ts'
import { insertFiling } from '../store/filings.ts'

// How a filed application is followed to its end is told beside the operation that files it.

const organisation = 'social-protection'
const known = 'case_01960000-0000-7000-8000-000000000001'
const platform = await testPlatform({ modules: [cases] })
await platform.database.transaction(organisation, async tx => {
  const filing = { caseId: known, client: 'bank', now: new Date('2026-03-02T04:00:00Z') }
  await insertFiling(tx, filing)
  await insertFiling(tx, filing)
})

test.each([
  ['that is gone', known, 'client:bank'],
  ['that another system filed', known, 'client:shop'],
  ['that nobody filed', known.replace(/1$/, '2'), 'client:bank'],
  ['for a system without a client', known, 'system:bank'],
])('nothing is told of an application %s', async (_, id, actor) => {
  const asked = platform.runner.call(
    getFiled,
    { organisation, case: id },
    system({ id: actor, organisation: 'demo-bank' }),
  )
  expect(await asked).toMatchObject({ code: 'cases.case-not-found', pointer: '/case' })
})
