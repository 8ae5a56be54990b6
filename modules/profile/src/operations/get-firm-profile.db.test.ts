import { expect, it } from 'vitest'
import { familyPlatform, father, mother } from '../../../situations/src/family-platform.fixture.ts'
import { getFirmProfile } from '../contract/index.ts'
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
    reportable: false,
  })
  expect(facts.find(({ pointer }) => pointer === '/capacity')).toMatchObject({ as: 'words', value: { kk: 'басшы' } })
})

it('gives nothing of a firm to who does not act for it, or does not any more', async () => {
  expect(await platform.run(getFirmProfile, { person: mother.id, firm: formerFirm }, mother)).toMatchObject(refused)
  expect(await platform.run(getFirmProfile, { person: father.id, firm }, father)).toMatchObject(refused)
  const other = await platform.run(getFirmProfile, { person: mother.id, firm }, father)
  expect('groups' in other).toBe(false)
})
