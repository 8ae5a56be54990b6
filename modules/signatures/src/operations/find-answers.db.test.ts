import { systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { findAnswers, keepAnswer } from '../contract/index.ts'
import { signaturesPlatform } from '../signatures-platform.fixture.ts'

const platform = await signaturesPlatform()
const actor = systemActor('signatures', 'platform')

it('gives the answers to what was asked, and nothing else', async () => {
  const until = '2026-03-03T00:00:00.000Z'
  await platform.run(keepAnswer, { question: 'ocsp:aa', address: 'http://ocsp.test/', answer: 'AQID', until }, actor)
  await platform.run(keepAnswer, { question: 'ocsp:bb', address: 'http://ocsp.test/', answer: 'BAUG', until }, actor)
  expect(await platform.run(findAnswers, { questions: ['ocsp:aa', 'ocsp:cc'] }, actor)).toEqual({
    answers: [{ question: 'ocsp:aa', answer: 'AQID', until, fetchedAt: platform.clock.now().toISOString() }],
  })
})
