import { expect, test } from 'vitest'
import { endExemption, giveExemption, listExemptions } from '../contract/index.ts'
import { clerk, officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { newLine, look, must, run } = await vigilancePlatform()

test('once ended, the rule looks as usual, and what was ended cannot be ended again', async () => {
  const reason = 'The yearly count is on'
  const given = await must(giveExemption, { organisation, rule: 'many', actor: clerk.id, until: '2026-03-09', reason })
  await must(endExemption, { organisation, ...given })
  expect((await must(listExemptions, { organisation })).items).toMatchObject([{ state: 'ended' }])
  expect(await run(endExemption, { organisation, ...given }, officer)).toMatchObject({
    code: 'vigilance.exemption-not-found',
  })
  expect(await look(...[1, 2, 3].map(n => newLine({ subjects: [somebody(n)] })))).toHaveLength(1)
})
