import { systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import { endPower, listOwnPowers, listPowers, noteFilePower, takeFilePower } from '../contract/index.ts'
import { accountant, actingFor, director, firm, helper, powersPlatform } from '../powers-platform.fixture.ts'

const { must, run, day, listEvents, settle } = await powersPlatform()
const taker = systemActor('signatures', 'platform')
const number = '0195557a-8c00-4000-8000-00000000000a'
const file = {
  number,
  under: null,
  principal: firm,
  delegate: accountant.id,
  givenBy: director.id,
  scopes: [
    { codes: ['see-data'], services: null },
    { codes: ['apply'], services: ['pharmacy-licence'] },
  ],
  from: day.today,
  until: '2026-12-31',
  confirmedUntil: '2026-03-04',
}
const principals = async (who = accountant) => (await must(listOwnPowers, {}, who)).principals

test('a power that a file proved lets one act at once, and stands in the cabinet of the firm with its number', async () => {
  expect(await principals()).toEqual([])
  const taken = await run(takeFilePower, file, taker)
  expect(taken).toMatchObject({ powers: [{}, {}].map(() => expect.stringMatching(/^power_/)) })
  expect(await principals()).toMatchObject([{ principal: firm, codes: ['see-data', 'apply'] }])
  const { powers } = await must(listPowers, { principal: firm }, actingFor(director, firm))
  expect(powers).toHaveLength(2)
  expect(powers[0]).toMatchObject({ state: 'in-force', file: { number, confirmedUntil: '2026-03-04' } })
  expect(await run(takeFilePower, file, taker)).toMatchObject({ code: 'access.power-taken' })
})

test('what was given on by another file is no wider, and falls when the firm ends the one above', async () => {
  const on = { ...file, number: `${number}b`, under: number, delegate: helper.id, givenBy: accountant.id }
  expect(await run(takeFilePower, { ...on, scopes: [{ codes: ['appeal'], services: null }] }, taker)).toMatchObject({
    code: 'access.power-not-givable',
  })
  for (const forged of [{ principal: helper.id }, { givenBy: helper.id }, { under: `${number}9` }])
    expect(await run(takeFilePower, { ...on, delegate: accountant.id, ...forged }, taker)).toMatchObject({
      code: 'access.power-above-missing',
      params: { number: { ...on, ...forged }.under },
    })
  await run(takeFilePower, { ...on, scopes: [{ codes: ['see-data'], services: null }] }, taker)
  expect(await principals(helper)).toHaveLength(1)
  const { powers } = await must(listPowers, { principal: firm }, actingFor(director, firm))
  for (const { power, file: from, state } of powers)
    if (from?.number === number && state === 'in-force') await must(endPower, { power }, actingFor(director, firm))
  expect([await principals(), await principals(helper)]).toEqual([[], []])
})

test('a register that is silent too long lets nobody act, until it is heard again; what it revoked is over at once', async () => {
  const next = { ...file, number: `${number}c` }
  await run(takeFilePower, next, taker)
  day.today = '2026-03-05'
  expect(await principals()).toEqual([])
  const says = { state: 'in-force' as const, until: '2026-03-07' }
  expect(await run(noteFilePower, { number: next.number, says }, taker)).toEqual({ powers: 2 })
  expect(await principals()).toHaveLength(1)
  await run(noteFilePower, { number: next.number, says: { state: 'revoked' } }, taker)
  expect(await principals()).toEqual([])
  await settle()
  const ended = (await listEvents('access.power-changed')).filter(
    ({ data }) => (data as { change: string }).change === 'ended',
  )
  expect(ended.at(-1)?.data).toMatchObject({ delegate: accountant.id, by: director.id })
})
