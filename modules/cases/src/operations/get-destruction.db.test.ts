import { expect, it } from 'vitest'
import { archivistOf, carriedOut, closedCase, drafted } from '../archive.fixture.ts'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { getDestruction } from '../contract/index.ts'

const cases = await casesPlatform()
const get = (destruction: string) =>
  cases.run(getDestruction, { organisation: benefits, destruction }, archivistOf(cases))

it('gives the list of the cases, also when they are destroyed', async () => {
  const destruction = await drafted(cases, [(await closedCase(cases, '2012-06-01')).place])
  const before = done(await get(destruction))
  expect(before.cases).toMatchObject([
    { index: '05-12', opened: '2012-06-01', closed: '2012-06-01', keptUntil: '2022-12-31' },
  ])
  await carriedOut(cases, destruction)
  const after = done(await get(destruction))
  expect(after.cases).toEqual(before.cases)
  expect(after.act.state).toBe('done')
  expect(await get('destruction_01960000-0000-7000-8000-00000000dead')).toMatchObject({
    code: 'cases.destruction-not-found',
  })
})
