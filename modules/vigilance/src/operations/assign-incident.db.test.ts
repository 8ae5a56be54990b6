import { expect, test } from 'vitest'
import { assignIncident } from '../contract/index.ts'
import { officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { newLine, look, must, run } = await vigilancePlatform()

test('an incident knows its case', async () => {
  const [found] = await look(...[1, 2, 3].map(n => newLine({ subjects: [somebody(n)] })))
  const input = { organisation, incident: found?.incident ?? '', case: 'case_1', number: 'N-1' }
  await must(assignIncident, input)
  expect((await look())[0]?.case).toEqual({ case: 'case_1', number: 'N-1' })
  const incident = 'incident_01960000-0000-7000-8000-000000000009'
  expect(await run(assignIncident, { ...input, incident }, officer)).toMatchObject({
    code: 'vigilance.incident-not-found',
  })
})
