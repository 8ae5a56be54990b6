import { systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import { endPower, givePower, listRepresentatives } from '../contract/index.ts'
import { accountant, actingFor, director, firm, helper, powersPlatform } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const itself = systemActor('notifications', 'platform')
const asFirm = actingFor(director, firm)

test('only who may do it today is named: by a tie, by a power that covers the service, and not once it has ended', async () => {
  const who = async (to: string, one?: string) => {
    const about = one === undefined ? {} : { about: { organisation: 'health', case: one } }
    const found = await platform.runner.call(listRepresentatives, { principal: firm, to, ...about }, itself)
    if (!('items' in found)) throw new Error(found.code)
    return found.items
  }
  expect(await who('cases.case.read-own')).toEqual([director.id])

  const scopes = {
    'N-2': { codes: ['apply'], services: ['child-benefit'] },
    'N-3': { codes: ['see-data'], services: null },
  }
  for (const [number, by] of [
    ['N-2', accountant],
    ['N-3', helper],
  ] as const) {
    const offered = await platform.offer(asFirm, number, scopes[number])
    if (!('power' in offered)) throw new Error(offered.code)
    expect(await who('cases.case.read-own', 'case-1')).not.toContain(by.id)
    await platform.accept(offered.power, by)
  }
  expect(await who('cases.case.read-own', 'case-1')).toEqual([director.id, accountant.id])
  expect(await who('cases.case.read-own', 'case-2')).toEqual([director.id])
  expect(await who('cases.case.read-own')).toEqual([director.id])
  expect(await who('profile.profile.read-own')).toEqual([director.id, helper.id])

  const again = await platform.must(
    givePower,
    {
      principal: firm,
      delegate: { identifier: 'N-2', family: 'Omar' },
      scope: { codes: ['messages'], services: null, depth: 0 },
      from: '2026-03-02',
      until: '2026-03-03',
    },
    asFirm,
  )
  await platform.accept(again.power, accountant)
  expect(await who('notifications.message.read-own')).toEqual([director.id, accountant.id])
  await platform.must(endPower, { power: again.power }, asFirm)
  expect(await who('notifications.message.read-own')).toEqual([director.id])
})
