import { answerPower, endPower, givePower, listOwnPowers } from '@tereze/access/contract'
import { getCase, openCase } from '@tereze/cases/contract'
import { official, person } from '@tereze/foundation-testing'
import { systemActor } from '@tereze/operation'
import { getRecord, registerRecord } from '@tereze/registers/contract'
import { expect, it } from 'vitest'
import { familyPlatform, father, mother } from '../../../situations/src/family-platform.fixture.ts'
import { getFirmProfile, listOwnLooks, reportError } from '../contract/index.ts'
import { addFirms, firm, formerFirm } from '../firm.fixture.ts'

const platform = await familyPlatform()
await addFirms(platform)
const refused = { code: 'profile.firm-not-found' }

it('gives a director what each register holds of the firm, with source and time', async () => {
  const found = await platform.must(getFirmProfile, { person: mother.id, firm }, mother)
  expect(found.firm).toMatchObject({ firm, name: { en: 'Almaz LLP' } })
  expect(found.groups.map(({ group }) => group)).toEqual(['organisations', 'representatives'])
  const facts = found.groups.flatMap(group => group.facts)
  expect(facts[0]).toMatchObject({
    pointer: '/name',
    as: 'words',
    value: { ru: 'ТОО «Almaz»' },
    source: { en: expect.stringMatching(/\S/) },
    organisation: 'tax-agency',
    at: '2026-03-02T04:00:00.000Z',
    reportable: true,
  })
  expect(facts.find(({ pointer }) => pointer === '/capacity')).toMatchObject({ as: 'words', value: { kk: 'басшы' } })

  // The same in the cabinet of the firm; errors are reported in the director's own name only.
  const inCabinet = await platform.must(getFirmProfile, { person: mother.id, firm }, { ...mother, onBehalfOf: firm })
  expect(inCabinet.firm).toMatchObject({ firm, capacity: { kk: 'басшы' } })
  expect(inCabinet.groups.map(({ group }) => group)).toEqual(['organisations', 'representatives'])
  expect(inCabinet.groups.flatMap(group => group.facts).some(({ reportable }) => reportable)).toBe(false)
})

it('lets a director report an error in the record of the firm, and nobody else', async () => {
  const organisation = 'tax-agency'
  const place = { person: mother.id, organisation, register: 'organisations', record: firm, pointer: '/region' }
  const report = { text: 'We moved to the south', changes: [{ pointer: '/region', value: 'south' }] }
  const unknown = { code: 'profile.fact-not-found' }
  expect(await platform.run(reportError, { ...place, ...report, person: father.id }, father)).toMatchObject(unknown)
  expect(await platform.run(reportError, { ...place, ...report, record: formerFirm }, mother)).toMatchObject(unknown)
  const opened = await platform.must(reportError, { ...place, ...report }, mother)
  await platform.settle()
  const head = official({ organisation, roles: ['head'] })
  const seen = await platform.must(getCase, { organisation, case: opened.case }, head)
  expect(seen.facts.map(({ pointer, value }) => [pointer, value])).toContainEqual(['/report/changes/0/value', 'south'])
  expect(seen.tasks).toHaveLength(1)
  const { groups } = await platform.must(getFirmProfile, { person: mother.id, firm }, mother)
  const facts = groups.flatMap(group => group.facts)
  expect(facts.find(({ pointer }) => pointer === '/region')?.report).toMatchObject({ ...opened, state: 'open' })

  // Who has no part in the firm cannot go round the profile either: the case finds no such record.
  const own = await platform.run(
    openCase,
    {
      organisation,
      service: 'record-error',
      person: father.id,
      data: { report: { register: 'organisations', record: firm, pointer: '/region', about: {}, ...report } },
      channel: 'portal',
      cause: null,
      key: 'round',
    },
    father,
  )
  expect(own).toMatchObject({ code: 'cases.step-refused' })
})

it('gives nothing of a firm to who does not act for it, or does not any more', async () => {
  expect(await platform.run(getFirmProfile, { person: mother.id, firm: formerFirm }, mother)).toMatchObject(refused)
  expect(await platform.run(getFirmProfile, { person: father.id, firm }, father)).toMatchObject(refused)
  const other = await platform.run(getFirmProfile, { person: mother.id, firm }, father)
  expect('groups' in other).toBe(false)
})

it('gives it to whom the director empowered, from acceptance until the end of the power, and each look is told', async () => {
  const registry = { organisation: 'civil-registry', register: 'people' }
  const record = await platform.add('people', {
    citizenship: 'XD',
    documents: [],
    residence: { region: 'north' },
    name: { family: 'Bekova', given: 'Saule' },
    born: '1980-05-04',
    sex: 'female',
    language: 'kk',
  })
  const { data } = await platform.must(getRecord, { ...registry, record }, systemActor('people', 'civil-registry'))
  const accountant = person({ id: record })
  const forFirm = { ...accountant, onBehalfOf: firm }
  const director = { ...mother, onBehalfOf: firm }
  const given = await platform.must(
    givePower,
    {
      principal: firm,
      delegate: { identifier: String(data.identifier), family: 'bekova' },
      scope: { codes: ['see-data'], services: null, depth: 0 },
      from: '2026-03-02',
      until: '2026-12-31',
    },
    director,
  )
  const look = { person: accountant.id, firm }
  const denied = { code: 'operations.permission-missing', params: { reason: 'representation-missing' } }
  expect(await platform.run(getFirmProfile, look, forFirm)).toMatchObject(denied)
  await platform.must(answerPower, { ...given, accept: true }, accountant)
  expect((await platform.must(listOwnPowers, {}, accountant)).principals).toMatchObject([
    {
      principal: firm,
      name: { en: 'Almaz LLP' },
      codes: ['see-data'],
      titles: [{ kk: expect.stringMatching(/тізілім/i) }],
    },
  ])
  const { firm: seen, groups } = await platform.must(getFirmProfile, look, forFirm)
  expect(seen).toMatchObject({ capacity: { ru: 'по полномочию' }, since: '2026-03-02' })
  expect(groups.length).toBeGreaterThan(1)

  await platform.must(endPower, given, director)
  expect(await platform.run(getFirmProfile, look, forFirm)).toMatchObject(denied)
})

it('lets a parent act for a child by the register until the tie ends, and then a guardian', async () => {
  const child = await platform.add('people', {
    citizenship: 'XD',
    documents: [],
    residence: { region: 'north' },
    name: { family: 'Altyn', given: 'Aru' },
    born: '2012-03-03',
    sex: 'female',
    language: 'kk',
  })
  const tie = { kind: 'parentage', parent: mother.id, child, as: 'mother', basis: 'marriage', from: '2012-03-03' }
  const family = await platform.add('families', tie)
  const asChild = { ...mother, onBehalfOf: child }
  const looks = () => platform.run(listOwnLooks, { person: child }, asChild)
  expect('items' in (await looks())).toBe(true)
  expect(await platform.run(listOwnLooks, { person: child }, { ...father, onBehalfOf: child })).toMatchObject({
    code: 'operations.permission-missing',
  })
  await platform.change('families', family, { until: '2026-03-01' })
  expect(await looks()).toMatchObject({ code: 'operations.permission-missing' })

  const guardianship = { guardian: father.id, ward: child, kind: 'guardianship', from: '2026-03-02' }
  await platform.must(
    registerRecord,
    {
      organisation: 'social-protection',
      register: 'guardianships',
      data: guardianship,
      source: { kind: 'official', reference: 'decision-1', organisation: 'social-protection' },
      under: 'system',
    },
    systemActor('tests', 'social-protection'),
  )
  const asWard = await platform.run(listOwnLooks, { person: child }, { ...father, onBehalfOf: child })
  expect('items' in asWard).toBe(true)
})
