import type { OutputOf } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, getOwnCase } from '../contract/index.ts'

const cases = await casesPlatform()

type Line = OutputOf<typeof getOwnCase>['reasons'][number]
const factsOf = (lines: readonly unknown[]): Line[] =>
  (lines as Line[]).flatMap(line => [...(line.kind === 'fact' ? [line] : []), ...factsOf(line.because)])

describe('get-own-case', () => {
  it('gives a finished case with acts, reasons, sources and what may be done', async () => {
    const { mother, place } = await cases.decided('refused')
    const seen = done(await cases.run(getOwnCase, place, mother.actor))
    expect(seen.card).toMatchObject({
      case: place.case,
      organisation: benefits,
      status: 'delivered',
      outcome: 'refused',
    })
    expect(seen.card.deadline).toBeNull()
    expect(seen.next).toBeNull()
    expect(seen.acts.map(({ kind }) => kind)).toEqual(['registration', 'decision'])
    expect(seen.acts[1]?.grounds).toEqual(['income-too-high'])
    expect(seen.acts.map(({ automaticClause }) => automaticClause)).toEqual([null, '7.7'])
    expect(seen.acts.map(({ signatoryName }) => signatoryName?.en)).toEqual([
      'Social Protection Agency',
      'Social Protection Agency',
    ])
    expect(seen.acts.map(({ groundText }) => groundText?.ru)).toEqual([
      'Кодекс административных процедур, пункт 20.1',
      'Закон о семейных пособиях, пункт 7.5',
    ])
    expect(seen.facts.some(({ source }) => source?.organisation === 'tax-agency')).toBe(true)
    expect(seen.reasons.length).toBeGreaterThan(0)
    expect(seen.may).toEqual({ appeal: true, rate: true, correct: false, withdraw: false, duplicate: true })
    expect(seen.appealUntil).toMatch(/^2026-\d{2}-\d{2}$/)
    expect(seen.rating).toBeNull()
    const facts = factsOf(seen.reasons)
    expect(facts.filter(({ value }) => value === 'own' || value === 'known')).not.toEqual([])
    for (const { value, valueText } of facts)
      if (/[a-z]/.test(value ?? '') && value !== 'true' && value !== 'false')
        expect(valueText, value ?? '').toMatchObject({ ru: expect.stringMatching(/[а-яё]/i), kk: expect.any(String) })
    for (const { text } of seen.timeline) expect(Object.keys(text).sort()).toEqual(['en', 'kk', 'ru'])
  })

  it('tells who holds a running case and until when it is decided', async () => {
    const { mother, place } = await cases.inReview()
    const seen = done(await cases.run(getOwnCase, place, mother.actor))
    expect(seen.next?.date).toBe('2026-03-10')
    expect(seen.may).toEqual({ appeal: false, rate: false, correct: false, withdraw: true })
    expect(seen.appealUntil).toBeNull()
    expect(seen.card.yourTask).toBeNull()
    expect(seen.holder.en).not.toBe('')
  })

  it('shows the person the own task while a draft waits', async () => {
    const mother = await cases.mother()
    const draft = await cases.draft(mother)
    const seen = await cases.seen({ organisation: draft.organisation, case: draft.case }, mother.actor)
    expect(seen.card).toMatchObject({ status: 'draft', waiting: 'applicant', yourTask: { task: draft.task } })
    expect(seen.acts).toEqual([])
    expect(seen.may).toEqual({ appeal: false, rate: false, correct: false, withdraw: false })
  })

  it('knows no case of somebody else, of another organisation, or that there is not', async () => {
    const { mother, place } = await cases.decided('granted')
    const stranger = await cases.mother()
    const unknown = { code: 'cases.case-not-found', pointer: '/case' }
    expect(await cases.run(getOwnCase, place, stranger.actor)).toMatchObject(unknown)
    expect(await cases.run(getOwnCase, { ...place, organisation: 'civil-registry' }, mother.actor)).toMatchObject(
      unknown,
    )
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(getOwnCase, none, mother.actor)).toMatchObject(unknown)
  })

  it('is not for officials', async () => {
    const { place } = await cases.decided('granted')
    expect(await cases.run(getOwnCase, place, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })

  it('gives an asked father status and task, but nothing of what the mother told', async () => {
    const [man, woman] = [await cases.mother('low', { sex: 'male', children: [] }), await cases.mother()]
    const name = await cases.born(woman)
    const place = { organisation: name.organisation, case: name.case }
    expect(await cases.run(getOwnCase, place, man.actor)).toMatchObject({ code: 'cases.case-not-found' })
    const statement = { kind: 'joint-statement', fatherIdentifier: man.identifier }
    const answers = { name: { given: 'Dana', family: 'Zhailauova' }, statement }
    done(await cases.run(answerTask, { ...name, answers }, woman.actor))
    await cases.settle()
    const seen = done(await cases.run(getOwnCase, place, man.actor))
    expect(seen.card.yourTask).not.toBeNull()
    expect(seen).toMatchObject({ facts: [], acts: [], reasons: [], appealUntil: null, rating: null })
    expect(seen.may).toEqual({ appeal: false, rate: false, correct: false, withdraw: false })
    expect((await cases.seen(place, woman.actor)).card.yourTask).toBeNull()
  })

  it('says that an official signed, without the official’s name', async () => {
    const { mother, task, place } = await cases.inReview()
    await cases.complete(task, cases.official('worker'), {
      review: { outcome: 'refused', refusals: ['income-too-high'], reason: 'The income is above the minimum.' },
    })
    await cases.pass('P4D')
    const act = (await cases.seen(place, mother.actor)).acts.find(({ kind }) => kind === 'decision')
    expect(act?.signatoryName?.en).toBe('An official · Social Protection Agency')
  })
})
