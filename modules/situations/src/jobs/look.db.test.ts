import { rows, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { getOwnSituation, listOwnSituations } from '../contract/index.ts'
import { familyPlatform, father, mother } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
const mine = async () => (await platform.must(listOwnSituations, { person: mother.id }, mother)).items
const offers = async (situation: string) =>
  (await platform.must(getOwnSituation, { situation }, mother)).offers.map(({ service }) => service).sort()
const looks = () =>
  rows(platform.database, sql<{ attempts: number; due_at: string }>`select attempts, due_at from situations.looks`)
const newest = async () => (await mine())[0]?.situation ?? ''
const first = await platform.report()
await platform.settle()

describe('a look', () => {
  it('opens a situation once, starts what is due by itself, and finds the people', async () => {
    expect(await platform.picture()).toMatchObject({
      situations: [{ kind: 'birth-of-a-child', key: first, moments: ['opened'], closed_at: null }],
      offers: [{ service: 'birth-certificate', state: 'automatic' }],
      people: [
        { role: 'father', person: father.id },
        { role: 'mother', person: mother.id },
      ],
      cases: [{ service: 'birth-certificate' }],
    })
    expect(await looks()).toEqual([])
  })

  it('at the entered record offers what may be asked for', async () => {
    await platform.enter(first)
    await platform.settle()
    expect(await mine()).toHaveLength(1)
    expect(await offers(await newest())).toEqual([
      'health-attachment',
      'kindergarten-queue',
      'monthly-child-benefit',
      'one-time-birth-benefit',
    ])
  })

  it('takes back an offer whose ground is gone, and makes it again when the ground is back', async () => {
    const situation = await newest()
    const [row] = await rows(
      platform.database,
      sql<{ child: string }>`select data->'child'->>'person' as child from registers.records
        where id = ${first} order by version desc limit 1`,
    )
    const attachment = await platform.add('clinic-attachments', {
      person: row?.child,
      clinic: 'clinic-north-1',
      region: 'north',
      status: 'active',
      from: '2026-03-02',
    })
    await platform.change('births', first, { multiple: { count: 2, order: 1 } })
    await platform.settle()
    expect(await offers(situation)).not.toContain('health-attachment')
    await platform.change('clinic-attachments', attachment, { status: 'ended', until: '2026-03-02' })
    await platform.change('births', first, { multiple: { count: 2, order: 2 } })
    await platform.settle()
    expect(await offers(situation)).toContain('health-attachment')
  })

  it('waits for who does not answer, longer and longer, and loses nothing', async () => {
    platform.silent.add('civil-registry.birth-record@1')
    const second = await platform.report()
    await platform.settle()
    expect(await mine()).toHaveLength(1)
    const [waiting] = await looks()
    expect(waiting).toMatchObject({ attempts: 1, due_at: '2026-03-02T04:00:02.000Z' })
    platform.clock.advance({ seconds: 3 })
    await platform.settle()
    expect(await looks()).toMatchObject([{ attempts: 2, due_at: '2026-03-02T04:00:07.000Z' }])
    platform.silent.clear()
    platform.clock.advance({ seconds: 5 })
    await platform.settle()
    expect(await mine()).toHaveLength(2)
    expect(await looks()).toEqual([])
    await platform.change('births', second, { status: 'annulled' })
    await platform.settle()
  })

  it('at an annulled record ends the situation', async () => {
    const states = (await mine()).map(({ state }) => state)
    expect(states.sort()).toEqual(['closed', 'open'])
  })

  it('does not begin with a record that is annulled already', async () => {
    platform.silent.add('civil-registry.birth-record@1')
    const third = await platform.report()
    await platform.change('births', third, { status: 'annulled' })
    platform.silent.clear()
    await platform.settle()
    expect(await mine()).toHaveLength(2)
    expect(await looks()).toEqual([])
  })

  it('at the same record twice does nothing twice', async () => {
    const before = await platform.picture()
    await platform.replay('situations.on-record')
    expect(await platform.picture()).toEqual(before)
  })

  describe('where sources give no answer', () => {
    const lying = { code: 'exchange.signature-invalid', retry: false }
    const held = ['monthly-child-benefit', 'one-time-birth-benefit']
    const view = async () => platform.must(getOwnSituation, { situation: await open() }, mother)
    const open = async () => (await mine()).find(({ state }) => state === 'open')?.situation ?? ''
    const stepOf = async (service: string) => (await view()).steps.find(step => step.service === service)

    it('opens with what is known, says who does not answer and why, and offers what does not depend on them', async () => {
      platform.faults.set('social-protection.entitlements-of-person@1', lying)
      platform.silent.add('demo-bank.accounts-of-person@1')
      platform.faults.set('education.kindergarten-place-of-person@1', { code: 'exchange.answer-awaited', retry: true })
      await platform.enter(await platform.report())
      await platform.settle()
      const { missing = [] } = await view()
      expect(missing.map(({ source, fault, text }) => [source.en, fault, text.en])).toEqual([
        ['Window Bank', 'dead', expect.stringContaining('no connection')],
        ['Social Protection Agency', 'lying', expect.stringContaining('could not be trusted')],
        ['Ministry of Education', 'late', expect.stringContaining('We ask again')],
      ])
      expect(await offers(await open())).toEqual(['health-attachment'])
      expect(await stepOf('kindergarten-queue')).toMatchObject({
        state: 'later',
        text: { en: expect.stringContaining('still to be known') },
      })
      expect(await looks()).toHaveLength(1)
    })

    it('asks again only who did not answer, and offers once what is due when they do', async () => {
      platform.asked.length = 0
      platform.faults.delete('education.kindergarten-place-of-person@1')
      platform.clock.advance({ seconds: 10 })
      await platform.settle()
      expect(platform.asked.filter(contract => !contract.startsWith('civil-registry.birth-record')).sort()).toEqual([
        'demo-bank.accounts-of-person@1',
        'education.kindergarten-place-of-person@1',
        'social-protection.entitlements-of-person@1',
      ])
      expect(await offers(await open())).toEqual(['health-attachment', 'kindergarten-queue'])
      platform.faults.clear()
      platform.silent.clear()
      platform.clock.advance({ hours: 2 })
      await platform.settle()
      expect(await offers(await open())).toEqual(['health-attachment', 'kindergarten-queue', ...held])
      expect((await view()).missing).toEqual([])
      expect(await looks()).toEqual([])
    })

    it('keeps what is offered, and what was known, while a source lies; nothing is done twice', async () => {
      platform.faults.set('social-protection.entitlements-of-person@1', lying)
      const [{ key = '' } = {}] = await rows(
        platform.database,
        sql<{ key: string }>`select key from situations.situations where id = ${await open()}`,
      )
      const before = await platform.picture()
      await platform.change('births', key, { multiple: { count: 2, order: 1 } })
      await platform.settle()
      expect(await offers(await open())).toEqual(expect.arrayContaining(held))
      expect((await view()).missing).toMatchObject([{ fault: 'lying' }])
      platform.clock.advance({ days: 31 })
      await platform.settle()
      expect((await view()).missing).toMatchObject([{ text: { en: expect.stringContaining('you may still apply') } }])
      expect(await looks()).toEqual([])
      expect(await platform.picture()).toEqual(before)
    })
  })
})
