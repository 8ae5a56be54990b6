import { systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import { getPower, noteFilePower, takeFilePower } from '../contract/index.ts'
import { accountant, director, firm, powersPlatform } from '../powers-platform.fixture.ts'

const { must, run, day } = await powersPlatform()
const register = systemActor('signatures', 'platform')
const number = '0195557a-8c00-4000-8000-00000000000a'

test('an answer moves the day on until which a power counts; after a revocation nothing brings it back', async () => {
  const { powers } = (await run(
    takeFilePower,
    {
      number,
      under: null,
      principal: firm,
      delegate: accountant.id,
      givenBy: director.id,
      scopes: [{ codes: ['apply'], services: null }],
      from: day.today,
      until: '2026-12-31',
      confirmedUntil: '2026-03-04',
    },
    register,
  )) as { powers: string[] }
  const seen = () => must(getPower, { power: powers[0] ?? '' }, accountant)
  const in7 = { state: 'in-force' as const, until: '2026-03-09' }
  expect(await run(noteFilePower, { number, says: in7 }, register)).toEqual({ powers: 1 })
  expect(await seen()).toMatchObject({ state: 'in-force', file: { number, confirmedUntil: '2026-03-09' } })
  await run(noteFilePower, { number, says: { state: 'revoked' } }, register)
  expect(await seen()).toMatchObject({ state: 'ended', endedBy: null, may: [] })
  expect(await run(noteFilePower, { number, says: in7 }, register)).toEqual({ powers: 0 })
  expect(await seen()).toMatchObject({ state: 'ended', file: { confirmedUntil: '2026-03-09' } })
})
