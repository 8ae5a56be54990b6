import { type Actor, systemActor } from '@tereze/operation'
import { getRecord } from '@tereze/registers/contract'
import { describe, expect, it } from 'vitest'
import { familyPlatform, mother, stranger } from '../../../situations/src/family-platform.fixture.ts'
import { getOwnProfile, listOwnLooks } from '../contract/index.ts'

const platform = await familyPlatform()
await platform.must(getOwnProfile, { person: mother.id }, mother)
platform.clock.advance({ minutes: 1 })
const birth = await platform.report()
await platform.settle()
platform.clock.advance({ minutes: 1 })
await platform.change('births', birth, { multiple: { count: 2, order: 1 } })
const list = (more: object = {}, actor: Actor = mother) =>
  platform.must(listOwnLooks, { person: mother.id, ...more }, actor)
const words = { en: expect.stringMatching(/\S/), ru: expect.stringMatching(/\S/), kk: expect.stringMatching(/\S/) }

describe('list-own-looks', () => {
  it('says in plain words who looked, at what and why, newest first', async () => {
    const { items } = await list()
    expect(items.length).toBeGreaterThan(2)
    expect(items.map(({ time }) => time)).toEqual(
      items
        .map(({ time }) => time)
        .sort()
        .reverse(),
    )
    for (const look of items) {
      expect(look).toMatchObject({ who: words, what: words, why: words, organisationName: words })
      expect(JSON.stringify([look.who, look.what, look.why])).not.toMatch(/(what|why|who)\.[a-z]/)
    }
    expect(items.map(({ organisation }) => organisation)).toContain('civil-registry')
  })

  it('leaves out what the platform read for the own session unless it is asked for', async () => {
    const session = systemActor('people', 'civil-registry')
    await platform.must(getRecord, { organisation: 'civil-registry', register: 'people', record: mother.id }, session)
    expect((await list()).items.filter(({ self }) => self)).toEqual([])
    const [own] = (await list({ includeOwn: true })).items.filter(({ self }) => self)
    expect(own).toMatchObject({ who: { en: 'You' }, self: true, facts: [{ en: 'Population register' }] })
  })

  it('says which facts, for which case or purpose, and the ground in words', async () => {
    const asked = (await list()).items.find(({ who, why }) => who.ru === 'Терезе' && why.ru === 'Ваш личный кабинет')
    expect(asked).toMatchObject({
      why: { ru: 'Ваш личный кабинет' },
      groundText: { en: expect.stringMatching(/Public Services, clause 5$/) },
    })
    expect(asked?.facts).not.toEqual([])
  })

  it('names the member of the exchange that asked, and the platform itself where nobody asked', async () => {
    const names = (await list()).items.map(({ who }) => who.en)
    expect(names).toContain('Tereze')
    expect(names).toContain('The platform, without a person')
  })

  it('narrows by what it offers in words: who, for what, on which ground, at what, when', async () => {
    const { choices, items } = await list()
    expect(choices?.who.map(({ text }) => text.en)).toContain('Tereze')
    expect(choices?.purpose).toContainEqual({ value: 'personal-cabinet', text: expect.objectContaining(words) })
    expect(choices?.ground.length).toBeGreaterThan(0)
    const narrowed = await list({ purpose: 'personal-cabinet' })
    expect(narrowed.items.length).toBeGreaterThan(0)
    expect(narrowed.items.length).toBeLessThan(items.length)
    expect(new Set(narrowed.items.map(({ why }) => why.ru))).toEqual(new Set(['Ваш личный кабинет']))
    const { value = '' } = choices?.fact[0] ?? {}
    expect((await list({ fact: value })).items.length).toBeGreaterThan(0)
    expect((await list({ until: '2026-03-01' })).items).toEqual([])
    expect((await list({ from: '2026-03-02', until: '2026-03-02' })).items).toEqual(items)
  })

  it('gives pages, each look once', async () => {
    const all = (await list()).items.map(item => JSON.stringify(item))
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(after === '' ? {} : { after }) })
      seen.push(...page.items.map(item => JSON.stringify(item)))
      after = page.next
    }
    expect(seen.slice(0, all.length)).toEqual(all)
  })

  it('is nobody else’s', async () => {
    const others = await platform.run(listOwnLooks, { person: mother.id }, stranger)
    expect('items' in others ? others.items : []).toEqual([])
  })
})
