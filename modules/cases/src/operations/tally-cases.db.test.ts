import { system } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { tallyCases } from '../contract/index.ts'

const cases = await casesPlatform()
const platform = system({ id: 'system:datasets', organisation: benefits, roles: ['platform'] })

test('counts decided cases by what is asked, and the days they took; those still open are not counted', async () => {
  await cases.decided('granted')
  await cases.decided('refused')
  await cases.inReview()
  const tally = async (by: readonly ('service' | 'outcome' | 'month' | 'channel')[]) =>
    done(await cases.run(tallyCases, { organisation: benefits, by: [...by] }, platform)).groups
  expect((await tally(['outcome'])).map(({ codes, count }) => [...codes, count])).toEqual([
    ['granted', 1],
    ['refused', 1],
  ])
  const [whole] = await tally([])
  expect(whole).toMatchObject({ codes: [], count: 2 })
  expect(whole?.largest).toBeLessThanOrEqual(whole?.sum ?? 0)
  expect((await tally(['service', 'month'])).every(({ codes }) => /^\d{4}-\d{2}$/.test(codes[1] ?? ''))).toBe(true)
  expect(await cases.run(tallyCases, { organisation: benefits, by: [] }, cases.official('worker'))).toMatchObject({
    code: 'operations.permission-missing',
  })
})
