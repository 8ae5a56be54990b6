import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { assignViolation, listViolations } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const organisation = 'transport'

it('notes the case of a violation that stands', async () => {
  await platform.add('boats', { name: 'Шағала' })
  await platform.settle()
  const list = () => platform.run(listViolations, { organisation, register: 'boats' }, harbourMaster)
  const found = await list()
  if (isRefused(found)) throw new Error(found.code)
  const work = { case: 'case_01960000-0000-7000-8000-000000000001', number: '7K4M-92XQ-P3' }
  const assign = (violation: string) =>
    platform.run(assignViolation, { organisation, violation, ...work }, harbourMaster)
  await assign(found.items[0]?.violation ?? '')
  expect(await list()).toMatchObject({ items: [{ case: work }] })
  expect(await assign('violation_01960000-0000-7000-8000-000000000009')).toMatchObject({
    code: 'registers.violation-not-found',
  })
})
