import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { claimTask, getCase } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { mother, place, task } = await cases.inReview()

describe('get-case', () => {
  it('gives an official all that the decision rests on', async () => {
    done(await cases.run(claimTask, task, worker))
    const seen = done(await cases.run(getCase, place, worker))
    expect(seen.card).toMatchObject({ case: place.case, organisation: benefits, status: 'in-progress', outcome: null })
    expect(seen.applicant).toEqual({ person: mother.actor.id, name: { family: 'Zhailauova', given: 'Aliya' } })
    expect(seen.facts.some(fact => fact.conflict)).toBe(true)
    expect(seen.facts.filter(fact => fact.source !== null).length).toBeGreaterThan(0)
    expect(seen.checklist.length).toBeGreaterThan(0)
    expect(seen.checklist.some(({ state }) => state === 'conflict')).toBe(true)
    expect(seen.acts.map(({ kind }) => kind)).toEqual(['registration'])
    expect(seen.tasks).toMatchObject([{ task: task.task, holder: { official: worker.id }, role: 'case-worker' }])
    expect(seen.refusalGrounds.map(({ id }) => id)).toContain('income-too-high')
    expect(seen.process.at).toEqual(['review'])
    expect(seen.process.xml).toContain('<bpmn:definitions')
  })

  it('gives a draft of the decision as the rules suggest it, and no decision', async () => {
    const { draft } = done(await cases.run(getCase, place, worker))
    expect(draft).not.toBeNull()
    expect(draft?.outcome === null || ['granted', 'partly-granted', 'refused'].includes(draft?.outcome ?? '')).toBe(
      true,
    )
    expect(draft?.amount).toEqual({ amount: '41000.00', currency: 'DMD' })
  })

  it('gives no amount with a refusal', async () => {
    const { place: refused } = await cases.decided('refused')
    expect((await cases.office(refused)).draft).toMatchObject({ outcome: 'refused', amount: null })
    const other = await cases.inReview()
    const review = { outcome: 'refused', reason: 'The pension fund proves it', refusals: ['income-too-high'] }
    await cases.complete(other.task, worker, { review })
    expect((await cases.office(other.place)).draft).toMatchObject({ outcome: 'refused', amount: null })
  })

  it('gives what the applicant wrote in the appeal', async () => {
    const appealed = await cases.appealed()
    const { said } = await cases.office(appealed.place)
    expect(said?.map(({ text }) => text)).toEqual(['My employer reported ten times as much'])
    expect(done(await cases.run(getCase, place, worker)).said).toEqual([])
  })

  it('gives no task of a person among those of officials', async () => {
    const draft = await cases.draft(await cases.mother())
    const seen = done(await cases.run(getCase, { organisation: draft.organisation, case: draft.case }, worker))
    expect(seen.tasks).toEqual([])
    expect(seen.draft).toBeNull()
    expect(seen.process).toEqual({ xml: '', at: [] })
  })

  it('gives the reason and the act of a decision', async () => {
    const other = await cases.inReview()
    await cases.complete(other.task, worker, { review: { outcome: 'granted', reason: 'The employer proves it' } })
    const seen = done(await cases.run(getCase, other.place, worker))
    expect(seen.acts.map(({ kind }) => kind)).toEqual(['registration', 'decision', 'payment-order'])
    expect(JSON.stringify(seen.reasons)).toContain('The employer proves it')
    expect(seen.tasks).toEqual([])
  })

  it('knows no case that there is not, and none of another organisation', async () => {
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(getCase, none, worker)).toMatchObject({ code: 'cases.case-not-found', pointer: '/case' })
    const registrar = cases.official('registrar')
    expect(await cases.run(getCase, { ...place, organisation: registrar.organisation }, registrar)).toMatchObject({
      code: 'cases.case-not-found',
    })
    expect(await cases.run(getCase, place, registrar)).toMatchObject({ code: 'operations.permission-missing' })
  })

  it('is not for persons, not even the applicant', async () => {
    expect(await cases.run(getCase, place, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
