import { listOwnDocuments } from '@tereze/documents/contract'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, claimTask, completeTask, getTask, requestCorrection } from '../contract/index.ts'

const cases = await casesPlatform()
const registrar = cases.official('registrar')
const text = 'The name is written with another letter'
const changes = [{ pointer: '/name/given', value: 'Aisulu' }]
const nothingRight = {
  code: 'cases.answers-invalid',
  also: [{ pointer: '/correctionReview/outcome', code: 'form.not-allowed' }],
}
const unfit = { code: 'cases.status-unfit' }

async function certified() {
  const mother = await cases.mother()
  const { task, ...place } = await cases.born(mother)
  const answers = { name: { given: 'Aisula', family: 'Zhailauova' }, statement: { kind: 'mother-alone' } }
  done(await cases.run(answerTask, { ...place, task, answers }, mother.actor))
  await cases.settle()
  const documents = async () =>
    done(await cases.run(listOwnDocuments, { person: mother.actor.id, case: place.case }, mother.actor)).items
  return { mother, place, documents }
}
const correct = { correctionReview: { outcome: 'correct', reason: 'A slip of the pen of the registry' } }

describe('request-correction', () => {
  it('has an official look at the error, and the result is issued anew', async () => {
    const { mother, place, documents } = await certified()
    const before = await documents()
    expect(await cases.run(requestCorrection, { ...place, text, changes }, mother.actor)).toEqual({ case: place.case })
    await cases.settle()
    expect(await documents()).toEqual(before)
    await cases.complete(await cases.taskOf(place), registrar, correct)
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card).toMatchObject({ status: 'delivered', outcome: 'granted' })
    expect(seen.acts.at(-1)).toMatchObject({ kind: 'correction', signatory: registrar.id })
    expect(await documents()).toHaveLength(before.length + 1)
  })

  it('changes nothing when the official finds no error', async () => {
    const { mother, place, documents } = await certified()
    const before = await documents()
    done(await cases.run(requestCorrection, { ...place, text, changes }, mother.actor))
    await cases.settle()
    const stays = { correctionReview: { outcome: 'stays', reason: 'The ward confirmed the spelling' } }
    await cases.complete(await cases.taskOf(place), registrar, stays)
    expect(await documents()).toEqual(before)
    expect((await cases.seen(place, mother.actor)).acts.map(({ kind }) => kind)).not.toContain('correction')
  })

  it('lets nobody change by it what they never answered', async () => {
    const { mother, place } = await certified()
    const sly = [
      { pointer: '/decision/outcome', value: 'refused' },
      { pointer: '/birth/child/born', value: '2020-01-01' },
      { pointer: '/__proto__/polluted', value: true },
    ]
    done(await cases.run(requestCorrection, { ...place, text, changes: sly }, mother.actor))
    await cases.settle()
    const task = await cases.taskOf(place)
    done(await cases.run(claimTask, task, registrar))
    const input = {
      ...task,
      outcome: 'done',
      reason: '',
      answers: { ...correct, birth: { child: { born: '2020-01-01' } } },
    }
    expect(await cases.run(completeTask, input, registrar)).toMatchObject(nothingRight)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    const office = await cases.office(place)
    expect(office.draft?.outcome).toBe('granted')
    expect(JSON.stringify(office.facts)).not.toContain('2020-01-01')
  })

  it('lets the official give the right value, with what the case holds before their eyes', async () => {
    const { mother, place, documents } = await certified()
    done(await cases.run(requestCorrection, { ...place, text }, mother.actor))
    await cases.settle()
    const task = await cases.taskOf(place)
    const form = done(await cases.run(getTask, task, registrar))
    expect(form.prefill).toContainEqual(expect.objectContaining({ pointer: '/name/given', value: 'Aisula' }))
    expect(form.said).toMatchObject([{ label: { en: 'What is wrong?' }, text }])
    expect(form.words['problem.correctionReview.outcome.not-allowed']?.kk).toBeTruthy()
    done(await cases.run(claimTask, task, registrar))
    const input = { ...task, outcome: 'done', reason: '', answers: correct }
    expect(await cases.run(completeTask, input, registrar)).toMatchObject(nothingRight)
    const answers = { ...correct, name: { given: 'Aisulu', family: 'Zhailauova' } }
    done(await cases.run(completeTask, { ...input, answers }, registrar))
    await cases.settle()
    expect((await documents()).map(({ status }) => status).sort()).toEqual(['replaced', 'valid'])
  })

  it('takes one report at a time', async () => {
    const { mother, place } = await certified()
    const replies = await Promise.all(
      [1, 2].map(() => cases.run(requestCorrection, { ...place, text, changes }, mother.actor)),
    )
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining(unfit))
    await cases.settle()
    expect((await cases.office(place)).tasks).toHaveLength(1)
    expect((await cases.seen(place, mother.actor)).may.correct).toBe(false)
    await cases.complete(await cases.taskOf(place), registrar, correct)
    expect((await cases.seen(place, mother.actor)).may.correct).toBe(true)
  })

  it('corrects no case that runs or was refused', async () => {
    const review = await cases.inReview()
    expect(await cases.run(requestCorrection, { ...review.place, text }, review.mother.actor)).toMatchObject({
      ...unfit,
      params: { status: 'in-progress' },
    })
    const refused = await cases.decided('refused')
    expect(await cases.run(requestCorrection, { ...refused.place, text }, refused.mother.actor)).toMatchObject(unfit)
  })

  it('is only for the person whose case it is', async () => {
    const { place } = await cases.decided('granted')
    const stranger = await cases.mother()
    expect(await cases.run(requestCorrection, { ...place, text }, stranger.actor)).toMatchObject({
      code: 'cases.case-not-found',
      pointer: '/case',
    })
    expect(await cases.run(requestCorrection, { ...place, text }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect((await cases.office(place)).tasks).toEqual([])
  })
})
