import { person, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { listAccesses, listAccessKinds } from '../contract/index.ts'

const platform = await auditPlatform()
const mother = person()
const asked = (organisation: string, purpose: string) =>
  platform.newLine({
    tenant: 'tax-agency',
    actor: { ...system({ organisation }), id: `system:exchange/${organisation}` },
    fields: [`contract:tax-agency.income@1`, `purpose:${purpose}`, 'ground:act:family-benefits/8'],
    subjects: [mother.id],
  })
await platform.append(platform.newLine({ subjects: [mother.id], ground: 'act:family-benefits/14' }))
platform.clock.advance({ days: 1 })
const [second] = await platform.append({
  ...asked('social-protection', 'benefit'),
  time: platform.clock.now().toISOString(),
})
await platform.append(platform.newLine({ actor: { ...system(), id: 'system:people' }, subjects: [mother.id] }))

async function lines(more: object): Promise<string[]> {
  const found = await platform.run(listAccesses, { person: mother.id, ...more }, mother)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.map(({ line }) => line)
}

test('names each value of the log once, and nobody else may ask', async () => {
  await platform.append(asked('social-protection', 'benefit'))
  expect(await platform.run(listAccessKinds, { person: mother.id }, mother)).toEqual({
    who: ['social-protection'],
    purposes: ['benefit'],
    grounds: ['act:family-benefits/14', 'act:family-benefits/8'],
    facts: ['contract:tax-agency.income@1'],
  })
  const stranger = person({ id: 'person_01960000-0000-7000-8000-0000000001ff' })
  expect(await platform.run(listAccessKinds, { person: mother.id }, stranger)).toMatchObject({
    code: 'audit.person-other',
  })
})

test('the log is narrowed by who, purpose, ground, fact and days of the zone', async () => {
  expect(await lines({ who: 'social-protection', includeOwn: false })).toHaveLength(3)
  expect(await lines({ who: 'tax-agency' })).toEqual([])
  expect(await lines({ purpose: 'benefit' })).toHaveLength(2)
  expect(await lines({ ground: 'act:family-benefits/14' })).toHaveLength(1)
  expect(await lines({ ground: 'act:family-benefits/8', fact: 'contract:tax-agency.income@1' })).toHaveLength(2)
  expect(await lines({ fact: 'register:people' })).toEqual([])
  const day = { from: '2026-03-03', until: '2026-03-03', purpose: 'benefit' }
  expect(await lines(day)).toContain(second?.id)
  expect(await lines({ ...day, zone: 'America/New_York' })).not.toContain(second?.id)
  expect(await lines({ until: '2026-03-02', purpose: 'benefit' })).toEqual([])
})
