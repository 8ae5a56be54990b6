import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { accounts, familyPlatform, father, mother, stranger } from '../../../situations/src/family-platform.fixture.ts'
import { getOwnProfile } from '../contract/index.ts'

const platform = await familyPlatform()
const get = (whose = mother.id, actor = mother) => platform.must(getOwnProfile, { person: whose }, actor)
const words = { en: expect.stringMatching(/\S/), ru: expect.stringMatching(/\S/), kk: expect.stringMatching(/\S/) }

describe('get-own-profile', () => {
  it('gives what each register holds, with source, place and time', async () => {
    const { groups } = await get()
    expect(groups.map(({ group }) => group)).toEqual(['people', 'families', 'bank-accounts'])
    expect(groups[0]?.facts[0]).toMatchObject({ pointer: '/name', as: 'name' })
    const born = groups.flatMap(({ facts }) => facts).find(({ pointer }) => pointer === '/born')
    expect(born).toEqual({
      group: 'people',
      label: words,
      value: '1996-05-04',
      as: 'date',
      organisation: 'civil-registry',
      source: words,
      at: '2026-03-02T04:00:00.000Z',
      validFrom: '2020-01-01',
      register: 'people',
      record: mother.id,
      pointer: '/born',
      reportable: true,
      watchable: true,
    })
  })

  it('says codes in words', async () => {
    const facts = (await get()).groups.flatMap(group => group.facts)
    expect(facts.find(({ pointer }) => pointer === '/sex')).toMatchObject({ as: 'words', value: words })
    expect(facts.find(({ pointer }) => pointer === '/bank')).toMatchObject({ as: 'words', value: words })
  })

  it('finds a record by each of its subjects', async () => {
    const { groups } = await get(father.id, father)
    expect(groups.map(({ group }) => group).sort()).toEqual(['families', 'people'])
  })

  it('keeps what is secret to itself', async () => {
    const { groups } = await get()
    const shown = groups.find(({ group }) => group === 'bank-accounts')?.facts ?? []
    expect(shown.map(({ record }) => record)).toContain(accounts[0])
    expect(shown.map(({ pointer }) => pointer)).not.toContain('/number')
    expect(JSON.stringify(shown)).not.toContain('DMD-0000-0000')
  })

  it('shows a change when it is made', async () => {
    platform.clock.advance({ days: 1 })
    await platform.change('people', mother.id, { phone: '+99955500999' })
    const phone = (await get()).groups.flatMap(group => group.facts).find(({ pointer }) => pointer === '/phone')
    expect(phone).toMatchObject({ value: '+99955500999', at: '2026-03-03T04:00:00.000Z' })
  })

  it('is nobody else’s', async () => {
    for (const actor of [stranger, official({ organisation: 'civil-registry', roles: ['registrar'] }) as never]) {
      const other = await platform.run(getOwnProfile, { person: mother.id }, actor)
      expect('groups' in other ? other.groups : []).toEqual([])
    }
  })
})
