import { expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { listOpened } from '../contract/index.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')

it('counts the cases of each service that were opened in a time', async () => {
  await cases.inReview()
  const today = cases.now().slice(0, 10)
  const input = { organisation: benefits, from: today, to: today }
  expect(done(await cases.run(listOpened, input, operator)).items).toMatchObject([{ service: benefit, cases: 1 }])
  const before = { organisation: benefits, from: '2020-01-01', to: '2020-02-01' }
  expect(done(await cases.run(listOpened, before, operator)).items).toEqual([])
  expect(await cases.run(listOpened, input, cases.official('worker'))).toMatchObject({
    code: 'operations.permission-missing',
  })
})
