import { expect, test } from 'vitest'
import { giveExemption } from '../contract/index.ts'
import { clerk, officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { newLine, look, must, run } = await vigilancePlatform()
const input = { organisation, rule: 'many', actor: clerk.id, until: '2026-03-09', reason: 'The yearly count is on' }

test('an actor is exempt until a day; nobody exempts themselves', async () => {
  const code = (changes: object) => run(giveExemption, { ...input, ...changes }, officer)
  expect(await code({ actor: officer.id })).toMatchObject({ code: 'vigilance.exemption-own', pointer: '/actor' })
  expect(await code({ rule: 'none' })).toMatchObject({ code: 'vigilance.rule-not-found', pointer: '/rule' })
  expect(await code({ until: '2026-03-01' })).toMatchObject({ code: 'vigilance.exemption-term-unfit' })
  await must(giveExemption, input)
  expect(await look(...[1, 2, 3].map(n => newLine({ subjects: [somebody(n)] })))).toEqual([])
})
