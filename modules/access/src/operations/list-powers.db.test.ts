import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { explainAccess, listPowers } from '../contract/index.ts'
import { accountant, actingFor, child, director, firm, powersPlatform } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const asFirm = actingFor(director, firm)

test('tells who may act, by the registers and by powers, to those who look after it only', async () => {
  const { ties, powers, name } = await platform.must(listPowers, { principal: firm }, asFirm)
  expect([ties.map(({ kind }) => kind), powers, name.kk]).toEqual([['director'], [], 'Алмаз'])
  const refused = [listPowers, { principal: firm }] as const
  expect(isRefused(await platform.run(...refused, accountant))).toBe(true)
  expect(isRefused(await platform.run(...refused, actingFor(director, child)))).toBe(true)
})

test('a power for one service covers nothing else, also not by the case', async () => {
  const given = await platform.offer(asFirm, 'N-2', { codes: ['apply'], services: ['child-benefit'] })
  if (isRefused(given)) throw new Error(given.code)
  await platform.accept(given.power, accountant)
  const ask = (permission: string, input: object) =>
    platform.must(explainAccess, { permission, organisation: 'platform', input }, actingFor(accountant, firm))
  const ofCase = (end: string) => ({ organisation: 'social-protection', case: `case_${end}`, principal: firm })
  const answers = [
    await ask('cases.case.open', { service: 'child-benefit', person: firm }),
    await ask('cases.case.open', { service: 'birth-certificate', person: firm }),
    await ask('cases.case.open', { person: firm }),
    await ask('cases.case.withdraw', ofCase('1')),
    await ask('cases.task.answer', ofCase('1')),
    await ask('cases.task.answer', ofCase('2')),
  ]
  expect(answers.map(({ allowed, by }) => (allowed ? by : null))).toEqual([
    given.power,
    null,
    null,
    null,
    given.power,
    null,
  ])
})
