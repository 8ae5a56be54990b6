import { rows, run, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { systemActor } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import {
  agreed,
  application,
  benefitPlatform,
  mother,
  organisation,
  service,
  stranger,
  worker,
} from '../benefit-platform.fixture.ts'
import { answerTask, getCase, getOwnCase, getOwnTask, openCase } from '../contract/index.ts'

const platform = await benefitPlatform(agreed)
const input = {
  organisation,
  service,
  person: mother.id,
  data: {},
  channel: 'portal' as const,
  cause: null,
  key: 'one',
}
const count = async () => (await rows(platform.database, sql`select id from cases.cases`)).length

describe('open-case', () => {
  it('opens one case for one key, however often and at once it is asked', async () => {
    const before = await count()
    const made = await Promise.all([1, 2, 3].map(() => platform.run(openCase, input, mother)))
    made.push(await platform.run(openCase, input, mother))
    expect(new Set(made.map(reply => JSON.stringify(reply))).size).toBe(1)
    expect(await count()).toBe(before + 1)
    await platform.settle()
  })

  it('keeps what is not answered a draft that waits for its person', async () => {
    const card = await platform.card(await platform.open())
    expect(card).toMatchObject({ status: 'draft', waiting: 'applicant', outcome: null, deadline: null })
    expect(card.yourTask?.form).toBe('apply')
  })

  it('submits what is whole, and goes on to the end where no person is needed', async () => {
    const place = await platform.open(application)
    expect(await platform.card(place)).toMatchObject({ status: 'delivered', outcome: 'granted' })
    const { acts } = await platform.must(getOwnCase, { ...place }, mother)
    expect(acts.map(act => act.kind)).toEqual(['registration', 'decision', 'payment-order'])
  })

  it('refuses an unknown service, one of another organisation and a template; nothing is opened', async () => {
    const before = await count()
    expect(await platform.run(openCase, { ...input, service: 'nothing', key: 'x' }, mother)).toMatchObject({
      code: 'cases.service-not-found',
    })
    expect(await platform.run(openCase, { ...input, organisation: 'health', key: 'x' }, mother)).toMatchObject({
      code: 'cases.service-not-found',
    })
    expect(await platform.run(openCase, { ...input, service: 'heating-support', key: 'x' }, mother)).toMatchObject({
      code: 'cases.service-not-found',
    })
    expect(await count()).toBe(before)
  })

  it('opens no case for somebody else', async () => {
    expect(await platform.run(openCase, { ...input, key: 'y' }, stranger)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })

  it('tells the official who applied for the applicant, as a register names them, and nobody but the platform says so', async () => {
    const told = { ...input, key: 'told', submitter: stranger.id }
    const { case: id } = await platform.must(openCase, told, systemActor('situations', organisation))
    await platform.settle()
    const view = await platform.must(getCase, { organisation, case: id }, worker)
    expect(view.submitter).toEqual({
      person: stranger.id,
      name: { en: 'Yana Other', ru: 'Yana Other', kk: 'Yana Other' },
    })
    expect(view.timeline.map(({ text }) => text.ru)).toContain('Заявление подал представитель заявителя')
    const asked = await platform.must(openCase, { ...told, key: 'own' }, mother)
    await platform.settle()
    expect(await platform.must(getCase, { organisation, case: asked.case }, worker)).not.toHaveProperty('submitter')
  })

  it('opens and shows a case for a visitor whose official acts for them: it came from a counter, whatever was told', async () => {
    const operator = official({
      organisation: 'one-stop-shop',
      roles: ['one-stop-shop-operator'],
      visit: 'visit_a',
      onBehalfOf: mother.id,
    })
    const now = platform.clock.now()
    await platform.database.transaction('one-stop-shop', tx =>
      run(
        tx,
        sql`insert into reception.visits (tenant, id, unit, official, person, language, opened_at, ends_at,
            confirmed_at, confirmed_by, words)
          values (${tx.tenant}, 'visit_a', 'north', ${operator.id}, ${mother.id}, 'en', ${now}, ${new Date(now.getTime() + 3_600_000)},
            ${now}, 'code', 'I let them.')`,
      ),
    )
    const { case: id } = await platform.must(openCase, { ...input, key: 'visit' }, operator)
    await platform.settle()
    const place = { organisation, case: id }
    const { card, timeline } = await platform.must(getOwnCase, place, operator)
    expect(card.yourTask?.form).toBe('apply')
    expect(timeline.map(({ text }) => text.en)).toContain('You applied at a one-stop shop')
    const [kept] = await rows(platform.database, sql`select channel, submitter from cases.cases where id = ${id}`)
    expect(kept).toEqual({ channel: 'counter', submitter: null })
    const { task = '' } = card.yourTask ?? {}
    expect(await platform.must(getOwnTask, { ...place, task }, operator)).toMatchObject({ task })
    const answered = { ...place, task, answers: application }
    expect(await platform.must(answerTask, answered, operator)).toEqual({ case: id })
    expect((await platform.must(getOwnCase, place, mother)).card.yourTask).toBeNull()
  })

  it('never gives one person the case of another under the same key', async () => {
    const own = await platform.must(openCase, { ...input, person: stranger.id }, stranger)
    const hers = await platform.must(openCase, input, mother)
    expect(own.case).not.toBe(hers.case)
    await platform.settle()
  })
})
