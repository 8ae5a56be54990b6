import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { givePower, listPowers } from '../contract/index.ts'
import { accountant, actingFor, child, director, firm, helper, powersPlatform } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const { offer, must, accept } = platform
const asFirm = actingFor(director, firm)
const code = async (given: ReturnType<typeof offer>) => {
  const outcome = await given
  return isRefused(outcome) ? outcome.code : 'given'
}

test('a director gives power for the firm, one’s own are everybody’s; nobody gives more than they have', async () => {
  expect(await code(offer(director, 'N-2'))).toBe('operations.permission-missing')
  expect(await code(offer(actingFor(director, child), 'N-2', {}, { principal: child }))).toBe(
    'operations.permission-missing',
  )
  expect(await code(offer(accountant, 'N-3', {}, { principal: accountant.id }))).toBe('given')
  const given = await offer(asFirm, 'N-2', { codes: ['apply', 'powers'], depth: 1 }, { until: '2026-10-01' })
  if (isRefused(given)) throw new Error(given.code)
  expect(await code(offer(actingFor(accountant, firm), 'N-3', { codes: ['apply'] }))).toBe(
    'operations.permission-missing',
  )
  await accept(given.power, accountant)
  const asAccountant = actingFor(accountant, firm)
  const on = (scope: object, until = '2026-09-30') => code(offer(asAccountant, 'N-3', scope, { until }))
  expect(await on({ codes: ['see-data'] })).toBe('access.power-not-givable')
  expect(await on({ codes: ['apply'], depth: 1 })).toBe('access.power-not-givable')
  expect(await on({ codes: ['apply'] }, '2026-10-02')).toBe('access.power-not-givable')
  expect(await on({ codes: ['apply'] })).toBe('given')
  const { powers, ties, givable } = await must(listPowers, { principal: firm }, asAccountant)
  expect(powers.map(({ parent, state }) => [parent, state])).toEqual([
    [given.power, 'offered'],
    [null, 'in-force'],
  ])
  expect(ties).toMatchObject([{ kind: 'director', actor: { id: director.id } }])
  expect(givable).toMatchObject({ depth: 0, until: '2026-10-01', codes: [{ code: 'apply' }, { code: 'powers' }] })
})

test.each([
  ['the days are in the past', {}, { from: '2026-03-01' }, 'access.power-term-unfit', '/from'],
  ['the days are the wrong way round', {}, { until: '2026-03-01' }, 'access.power-term-unfit', '/until'],
  ['it would last too long', {}, { until: '2029-03-03' }, 'access.power-term-unfit', '/until'],
  ['the code is unknown', { codes: ['apply', 'rule'] }, {}, 'access.power-code-unknown', '/scope/codes/1'],
])('refuses where %s', async (_why, scope, about, refusal, pointer) => {
  expect(await offer(asFirm, 'N-2', scope, about)).toMatchObject({ code: refusal, pointer })
})

test('finds nobody by half of what one knows of them, and nobody empowers themselves', async () => {
  expect(await offer(asFirm, 'N-1')).toMatchObject({ code: 'access.delegate-unfit' })
  const scope = { codes: ['apply'], services: null, depth: 0 }
  const input = { principal: firm, scope, from: '2026-03-02', until: '2026-03-03' }
  const delegate = { identifier: 'N-3', family: 'Other' }
  expect(await platform.run(givePower, { ...input, delegate }, asFirm)).toMatchObject({
    code: 'access.delegate-not-found',
  })
  expect(helper.id).not.toBe(director.id)
})
