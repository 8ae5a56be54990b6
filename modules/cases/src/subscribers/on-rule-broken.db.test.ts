import { official } from '@tereze/foundation-testing'
import { checkQuality, listViolations, registerRecord } from '@tereze/registers/contract'
import { expect, it } from 'vitest'
import { agreed, benefitPlatform } from '../benefit-platform.fixture.ts'
import { getCase, listTasks } from '../contract/index.ts'

const { must, settle } = await benefitPlatform(agreed)
const organisation = 'address-bureau'
const steward = official({ organisation, unit: null, roles: ['data-steward'] })
const source = { kind: 'official' as const, reference: 'letter', organisation }
const words = (text: string) => ({ en: text, ru: text, kk: text })
const place = { organisation, register: 'addresses' }

it('opens one case of the owner for an error or a warning, and none for a notice, however often records are looked at', async () => {
  const point = { kind: 'building', name: words('Mill'), text: words('Mill'), code: '9907' }
  const { record } = await must(registerRecord, { ...place, data: point, source }, steward)
  await settle()
  await must(checkQuality, place, steward)
  await settle()
  const { items } = await must(listViolations, { ...place, record }, steward)
  expect(items.map(({ rule, severity, case: work }) => [rule, severity, work !== null]).sort()).toEqual([
    ['building-placed', 'notice', false],
    ['parent-there', 'error', true],
  ])
  const inbox = await must(listTasks, { organisation, list: 'unit' }, steward)
  expect(inbox.items).toMatchObject([
    { service: 'violation', role: 'data-steward', about: { register: 'addresses', record } },
  ])
  expect(inbox.items[0]?.about?.text.en).toBe('Address register: Every address but the country lies within another one')
  const view = await must(getCase, { organisation, case: inbox.items[0]?.case ?? '' }, steward)
  expect(view).toMatchObject({
    applicant: { person: organisation },
    about: { record },
    card: { status: 'in-progress' },
  })
})
