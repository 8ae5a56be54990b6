import { isRefused, systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { findAnswers, keepAnswer } from '../contract/index.ts'
import { signaturesPlatform } from '../signatures-platform.fixture.ts'

const platform = await signaturesPlatform()
const actor = systemActor('signatures', 'platform')
const question = 'list:http://crl.test/list.crl'
const keep = (answer: string) =>
  platform.run(keepAnswer, { question, address: 'http://crl.test/list.crl', answer, until: null }, actor)

it('keeps each answer and changes none', async () => {
  const first = await keep('AQID')
  platform.clock.advance({ minutes: 1 })
  const second = await keep('BAUG')
  if (isRefused(first) || isRefused(second)) throw new Error('both are kept')
  expect(first.answer).not.toBe(second.answer)
  expect(await platform.run(findAnswers, { questions: [question] }, actor)).toMatchObject({
    answers: [{ question, answer: 'BAUG', until: null, fetchedAt: platform.clock.now().toISOString() }],
  })
})

it('refuses a question of another shape', async () => {
  const refused = await platform.run(
    keepAnswer,
    { question: 'other:x', address: 'x', answer: 'AQID', until: null },
    actor,
  )
  expect(refused).toMatchObject({ code: 'operations.input-invalid', pointer: '/question' })
})
