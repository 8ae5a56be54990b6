import { official } from '@tereze/foundation-testing'
import { changeRecord, listViolations, registerRecord } from '@tereze/registers/contract'
import { expect, it } from 'vitest'
import { agreed, benefitPlatform } from '../benefit-platform.fixture.ts'
import { getCase, listTasks } from '../contract/index.ts'

const { must, settle } = await benefitPlatform(agreed)
const organisation = 'address-bureau'
const steward = official({ organisation, unit: null, roles: ['data-steward'] })
const source = { kind: 'official' as const, reference: 'letter', organisation }
const words = (text: string) => ({ en: text, ru: text, kk: text })
const place = { organisation, register: 'addresses' }

it('closes the case of a violation that is mended; broken again, the record gets another one', async () => {
  const country = { kind: 'country', name: words('Demo'), text: words('Demo'), code: '99' }
  const parent = (await must(registerRecord, { ...place, data: country, source }, steward)).record
  const street = { kind: 'street', name: words('Mill'), text: words('Mill'), code: '9907' }
  const { record } = await must(registerRecord, { ...place, data: street, source }, steward)
  await settle()
  const change = async (version: number, data: Record<string, unknown>) => {
    await must(changeRecord, { ...place, record, version, data, reason: 'the plan of 2019', source }, steward)
    await settle()
  }
  await change(1, { ...street, parent })
  const { items } = await must(listViolations, { ...place, state: 'mended' }, steward)
  const [first] = items.map(({ case: work }) => work?.case ?? '')
  expect(await must(getCase, { organisation, case: first ?? '' }, steward)).toMatchObject({
    card: { status: 'delivered', outcome: 'granted' },
    tasks: [],
  })

  await change(2, street)
  const inbox = await must(listTasks, { organisation, list: 'unit' }, steward)
  expect(inbox.items).toHaveLength(1)
  expect(inbox.items[0]?.case).not.toBe(first)
})
