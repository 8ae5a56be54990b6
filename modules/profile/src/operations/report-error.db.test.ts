import { claimTask, completeTask, getCase, listTasks, openCase, withdrawCase } from '@tereze/cases/contract'
import { official } from '@tereze/foundation-testing'
import type { InputOf } from '@tereze/operation'
import { getRecord, listVersions } from '@tereze/registers/contract'
import { describe, expect, it } from 'vitest'
import { accounts, familyPlatform, father, mother, stranger } from '../../../situations/src/family-platform.fixture.ts'
import { getOwnFact, getOwnProfile, reportError } from '../contract/index.ts'

const platform = await familyPlatform()
const registrar = official({ organisation: 'civil-registry', roles: ['registrar'] })
const head = official({
  organisation: 'civil-registry',
  roles: ['head'],
  id: 'official_01960000-0000-7000-8000-000000000003',
})
const place = { person: mother.id, organisation: 'civil-registry', register: 'people', record: mother.id }
const name = { ...place, pointer: '/name' }
const report = (input: Partial<InputOf<typeof reportError>> = {}, actor = mother) =>
  platform.run(
    reportError,
    {
      ...name,
      text: 'My given name is misspelled',
      changes: [
        { pointer: '/name/given', value: 'Aisulu-Nur' },
        { pointer: '/name/family', value: 'Altyn' },
      ],
      ...input,
    },
    actor,
  )
const nameInProfile = async () =>
  (await platform.must(getOwnProfile, { person: mother.id }, mother)).groups
    .flatMap(({ facts }) => facts)
    .find(({ pointer, record }) => pointer === '/name' && record === mother.id)
const complete = async (actor: typeof registrar, section: string, words: Record<string, unknown>) => {
  const { organisation } = actor
  const [card] = (await platform.must(listTasks, { organisation, list: 'unit' }, actor)).items
  if (card === undefined) throw new Error('no task')
  const about = { organisation, case: card.case, task: card.task }
  await platform.must(claimTask, about, actor)
  const done = await platform.run(
    completeTask,
    {
      ...about,
      outcome: String(words.outcome ?? 'done'),
      reason: String(words.reason ?? ''),
      answers: { [section]: words },
    },
    actor,
  )
  await platform.settle()
  return done
}

describe('report-error', () => {
  it('becomes a case at the keeper of the register, with what stands there and what should', async () => {
    const reply = await report()
    expect(reply).toMatchObject({ case: expect.stringMatching(/^case_/), number: expect.stringMatching(/\S/) })
    await platform.settle()
    expect(await nameInProfile()).toMatchObject({ reportable: true, report: { ...reply, state: 'open' } })
    const id = 'case' in reply ? reply.case : ''
    const seen = await platform.must(getCase, { organisation: 'civil-registry', case: id }, registrar)
    expect(seen.applicant.name).toEqual({ family: 'Altyn', given: 'Aisulu' })
    expect(seen.facts.map(({ pointer, value }) => [pointer, value]).sort()).toEqual([
      ['/report/about', { en: 'Population register · Name', ru: expect.any(String), kk: expect.any(String) }],
      ['/report/changes/0/value', 'Aisulu-Nur'],
      ['/report/changes/0/was', 'Aisulu'],
      ['/report/text', 'My given name is misspelled'],
    ])
  })

  it('is not taken twice while it is looked into', async () => {
    expect(await report()).toMatchObject({
      code: 'profile.report-open',
      params: { number: expect.stringMatching(/\S/) },
    })
  })

  it('corrects the record without erasing what it said, when the keeper finds so and a second person approves', async () => {
    await complete(registrar, 'review', { outcome: 'granted', reason: 'The act record has both names' })
    expect(await nameInProfile()).toMatchObject({ value: { given: 'Aisulu' }, report: { state: 'open' } })
    const [waiting] = (await platform.must(listTasks, { organisation: 'civil-registry', list: 'unit' }, head)).items
    const approval = { organisation: 'civil-registry', case: waiting?.case ?? '', task: waiting?.task ?? '' }
    const same = { ...head, id: registrar.id }
    const refused = { code: 'cases.other-person-needed', params: { task: 'Check the reported error' } }
    expect(await platform.run(claimTask, approval, same)).toMatchObject(refused)
    const answers = { approval: { agree: true } }
    const completion = { ...approval, outcome: 'done', reason: '', answers }
    expect(await platform.run(completeTask, completion, same)).toMatchObject(refused)
    await complete(head, 'approval', { agree: true })
    expect(await nameInProfile()).toMatchObject({
      value: { family: 'Altyn', given: 'Aisulu-Nur' },
      report: { state: 'corrected' },
    })
    const about = { organisation: 'civil-registry', register: 'people', record: mother.id }
    const { items } = await platform.must(listVersions, about, registrar)
    expect(items.map(({ kind, source, data }) => [kind, source.kind, (data.name as { given: string }).given])).toEqual([
      ['correction', 'case', 'Aisulu-Nur'],
      ['change', 'import', 'Aisulu'],
    ])
  })

  it('says that a record stays, and lets it be reported again', async () => {
    const born = { pointer: '/born', text: 'I was born later', changes: [{ pointer: '/born', value: '1997-05-04' }] }
    expect(await report(born)).toHaveProperty('case')
    await platform.settle()
    await complete(registrar, 'review', {
      outcome: 'refused',
      refusals: ['value-is-right'],
      reason: 'The act record agrees',
    })
    const fact = (await platform.must(getOwnFact, { ...place, pointer: '/born' }, mother)).fact
    expect(fact).toMatchObject({ value: '1996-05-04', report: { state: 'stays' } })
    platform.clock.advance({ minutes: 1 })
    const again = await report(born)
    expect(again).toHaveProperty('case')
    const id = 'case' in again ? again.case : ''
    await platform.must(withdrawCase, { organisation: 'civil-registry', case: id, reason: 'It was right' }, mother)
    await platform.settle()
    expect((await platform.must(getOwnFact, { ...place, pointer: '/born' }, mother)).fact).not.toHaveProperty('report')
  })

  it('refuses the keeper’s finding as long as nobody said what is right', async () => {
    expect(await report({ changes: [] })).toHaveProperty('case')
    await platform.settle()
    const done = await complete(registrar, 'review', { outcome: 'granted', reason: 'It is misspelled indeed' })
    expect(done).toMatchObject({ code: 'cases.answers-invalid' })
  })

  it.each([
    ['of somebody else', { ...name, record: father.id }, 'profile.fact-not-found'],
    ['that is not there', { pointer: '/died' }, 'profile.fact-not-found'],
    [
      'that is hidden from the person',
      { organisation: 'demo-bank', register: 'bank-accounts', record: accounts[0], pointer: '/number' },
      'profile.fact-not-found',
    ],
    [
      'of a register in nobody’s profile',
      { organisation: 'tax-agency', register: 'organisations' },
      'profile.fact-not-found',
    ],
    [
      'with a value for another field',
      { pointer: '/sex', changes: [{ pointer: '/name/given', value: 'Other' }] },
      'profile.part-unknown',
    ],
    [
      'with a value that there is not',
      { pointer: '/sex', changes: [{ pointer: '/sex', value: 'other' }] },
      'profile.part-unknown',
    ],
  ])('refuses a report of a fact %s', async (_, input, code) => {
    expect(await report(input)).toMatchObject({ code })
  })

  it('is nobody else’s', async () => {
    expect(await report({ person: mother.id }, stranger)).toHaveProperty('code')
    expect(await report({ person: stranger.id }, stranger)).toMatchObject({ code: 'profile.fact-not-found' })
  })

  it('cannot be got round: a case about somebody else’s record is not opened', async () => {
    const data = { report: { register: 'people', record: father.id, pointer: '/born', text: 'Not mine', changes: [] } }
    const input = {
      organisation: 'civil-registry',
      service: 'record-error',
      person: mother.id,
      data,
      cause: null,
      key: 'other',
    }
    expect(await platform.run(openCase, { ...input, channel: 'portal' }, mother)).toMatchObject({
      code: 'cases.step-refused',
    })
    const { version } = await platform.must(
      getRecord,
      { organisation: 'civil-registry', register: 'people', record: father.id },
      registrar,
    )
    expect(version).toBe(1)
  })
})
