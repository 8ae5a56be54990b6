import { expect, it } from 'vitest'
import { headOf } from '../../../../apps/server/src/stories/world.ts'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, getCase, getOwnCase, writeStatement } from '../contract/index.ts'
import { consentDraft, consentOf, health, sign } from '../signed-case.fixture.ts'

const cases = await casesPlatform()

it('writes the answers in words and as the machine takes them, the same each time', async () => {
  const mother = await cases.mother()
  const task = await consentDraft(cases, mother)
  const write = (answers: Record<string, unknown>, language: 'en' | 'ru' = 'en') =>
    cases.run(writeStatement, { ...task, answers }, { ...mother.actor, language })
  const english = done(await write(consentOf(mother, ['measles', 'polio'])))
  expect(english).toMatchObject({ needed: 'advanced' })
  expect(english.text).toContain('Consent to the vaccination of a child')
  expect(english.text).toContain('From: Aliya Zhailauova')
  expect(english.text).toContain('Child: Aru Zhailauova')
  expect(english.text).toContain('To which vaccinations do you agree? Measles, Poliomyelitis')
  expect(english.text).toContain(`"child":"${mother.child}"`)
  expect(done(await write(consentOf(mother, ['measles', 'polio']))).text).toBe(english.text)
  expect(done(await write(consentOf(mother, ['measles']))).text).not.toBe(english.text)
  expect(done(await write(consentOf(mother), 'ru')).text).toContain('На какие прививки вы согласны? Корь')
  expect(await write({ forWhom: 'own', child: mother.child })).toMatchObject({ code: 'cases.answers-invalid' })
  const stranger = await cases.mother()
  expect(await cases.run(writeStatement, { ...task, answers: {} }, stranger.actor)).toMatchObject({
    code: 'cases.case-not-found',
  })
})

it('is what answers of such a form need: of this person, over these answers, and no others', async () => {
  const mother = await cases.mother()
  const task = await consentDraft(cases, mother)
  const answers = consentOf(mother)
  const answer = (signature?: string, given = answers) =>
    cases.run(answerTask, { ...task, answers: given, ...(signature === undefined ? {} : { signature }) }, mother.actor)
  const needed = { code: 'cases.signature-needed', pointer: '/signature', params: { needed: 'advanced' } }
  expect(await answer()).toMatchObject(needed)
  expect(await answer('statement_01960000-0000-7000-8000-000000000001')).toMatchObject(needed)
  const statement = await sign(cases, task, answers, mother)
  const other = { code: 'cases.signature-other', pointer: '/signature' }
  expect(await answer(statement, consentOf(mother, ['measles', 'polio']))).toMatchObject(other)
  const second = await cases.mother()
  const hers = await consentDraft(cases, second)
  const elsewhere = { ...hers, answers: consentOf(second), signature: statement }
  expect(await cases.run(answerTask, elsewhere, second.actor)).toMatchObject(other)
  expect(await answer(statement)).toEqual({ case: task.case })
  await cases.settle()
  const place = { organisation: task.organisation, case: task.case }
  const signed = { statement, kind: 'advanced', way: 'passkey', signer: expect.stringContaining('Zhailauova') }
  expect(done(await cases.run(getOwnCase, place, mother.actor))).toMatchObject({ signatures: [signed] })
  expect(done(await cases.run(getCase, place, headOf(health)))).toMatchObject({ signatures: [signed] })
})
