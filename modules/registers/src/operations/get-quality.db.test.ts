import { expect, it } from 'vitest'
import { getQuality } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const get = (register: string) => platform.run(getQuality, { organisation: 'transport', register }, harbourMaster)

it('shows each rule with its words and how it is kept; before the first check nothing is known', async () => {
  expect(await get('boats')).toMatchObject({ index: null, check: null, history: [] })
  await platform.add('boats', { name: 'Толқын' })
  await platform.settle()
  const [rule] = ((await get('boats')) as { rules: object[] }).rules
  expect(rule).toMatchObject({
    rule: 'launch-known',
    dimension: 'completeness',
    severity: 'error',
    text: { en: 'rule.launch-known' },
    fields: ['/launched'],
    applies: 1,
    open: 1,
    accepted: 0,
    index: 0,
  })
  expect(await get('owners')).toMatchObject({ code: 'registers.quality-undeclared' })
  expect(await get('aeroplanes')).toMatchObject({ code: 'registers.register-not-found' })
})
