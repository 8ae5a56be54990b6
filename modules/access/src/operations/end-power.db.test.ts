import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { endPower, listPowers } from '../contract/index.ts'
import { accountant, actingFor, child, director, firm, helper, powersPlatform } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const asFirm = actingFor(director, firm)

test('a power that ended, and all that was given on under it, is refused from the next request on', async () => {
  const given = await platform.offer(asFirm, 'N-2', { codes: ['powers'], depth: 1 })
  if (isRefused(given)) throw new Error(given.code)
  await platform.accept(given.power, accountant)
  const on = await platform.offer(actingFor(accountant, firm), 'N-3', { codes: ['powers'] })
  if (isRefused(on)) throw new Error(on.code)
  await platform.accept(on.power, helper)
  const see = (who: typeof helper) => platform.run(listPowers, { principal: firm }, actingFor(who, firm))
  expect(isRefused(await see(helper))).toBe(false)
  expect(platform.audited.at(-1)).toMatchObject({
    actor: { id: helper.id, onBehalfOf: firm },
    fields: [`acting-by:${on.power}`],
  })

  expect(await platform.run(endPower, { power: given.power }, helper)).toMatchObject({ code: 'access.power-not-found' })
  expect(await platform.run(endPower, { power: given.power, reason: 'left the firm' }, asFirm)).toEqual(given)
  for (const who of [accountant, helper])
    expect(await see(who)).toMatchObject({
      code: 'operations.permission-missing',
      params: { reason: 'representation-missing' },
    })
  expect(await platform.run(endPower, { power: given.power }, asFirm)).toMatchObject({ code: 'access.power-over' })
  const { powers } = await platform.must(listPowers, { principal: firm }, asFirm)
  expect(powers).toMatchObject([
    { power: on.power, state: 'broken' },
    { power: given.power, state: 'ended', endedBy: { id: director.id }, reason: 'left the firm' },
  ])
})

test('who has a power may lay it down; who looks after no powers ends none of others', async () => {
  const given = await platform.offer(asFirm, 'N-2', { codes: ['see-data'] })
  if (isRefused(given)) throw new Error(given.code)
  await platform.accept(given.power, accountant)
  expect(await platform.run(endPower, given, actingFor(accountant, firm))).toMatchObject({
    params: { reason: 'power-out-of-scope' },
  })
  expect(await platform.run(endPower, given, actingFor(director, child))).toMatchObject({
    params: { reason: 'power-out-of-scope' },
  })
  expect(await platform.run(endPower, given, accountant)).toEqual(given)
})
