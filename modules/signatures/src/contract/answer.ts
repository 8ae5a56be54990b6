import { Instant, operation, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of an answer of an authority. */
export const AnswerId = TypedId('answer')

/** What is asked: `ocsp:<SHA-256 of the certificate>` or `list:<address>`. */
export const AnswerQuestion = Type.String({ minLength: 5, maxLength: 2000, pattern: '^(ocsp|list):' })

/** An answer of an authority about revocation, as it came. */
export const KeptAnswer = Type.Object({
  question: AnswerQuestion,
  /** Base64 of the OCSP answer or of the list. */
  answer: Type.String({ minLength: 1, maxLength: 7_000_000 }),
  /** Until when it says that it may be used; null where it does not say. */
  until: Type.Union([Instant, Type.Null()]),
  fetchedAt: Instant,
})
/** An answer of an authority about revocation. */
export type KeptAnswer = Static<typeof KeptAnswer>

/** Keeps what an authority answered. */
export const keepAnswer = operation({
  name: 'signatures.keep-answer',
  does: 'Keeps what an authority answered about revocation, as evidence and for the next check.',
  input: Type.Object({
    question: AnswerQuestion,
    address: Type.String({ minLength: 1, maxLength: 2000 }),
    answer: KeptAnswer.properties.answer,
    until: KeptAnswer.properties.until,
  }),
  output: Type.Object({ answer: AnswerId }),
  permission: 'signatures.answer.keep',
})

/** The newest kept answers. */
export const findAnswers = operation({
  name: 'signatures.find-answers',
  does: 'Gives the newest kept answer to each question about revocation.',
  kind: 'query',
  input: Type.Object({ questions: Type.Array(AnswerQuestion, { minItems: 1, maxItems: 4 }) }),
  output: Type.Object({ answers: Type.Array(KeptAnswer) }),
  permission: 'signatures.answer.read',
})
