/** A case of a form that has to be signed: the consent to a vaccination. */
import { prepareStatement, signByPasskey } from '@tereze/signatures/contract'
import { type CasesPlatform, done, type Mother, type Place, type TaskPlace } from './cases-platform.fixture.ts'
import { answerTask, openCase, writeStatement } from './contract/index.ts'

/** Owner of the service that wants a signature. */
export const health = 'health'

/** What a mother answers to the form. */
export const consentOf = ({ child }: Mother, vaccines: readonly string[] = ['measles']) => ({
  forWhom: 'own',
  child,
  vaccines: [...vaccines],
})

/** A case of a mother that waits for her signed answers. */
export async function consentDraft(cases: CasesPlatform, { actor }: Mother): Promise<TaskPlace> {
  const input = {
    organisation: health,
    service: 'vaccination-consent',
    person: actor.id,
    data: {},
    channel: 'portal' as const,
    cause: null,
    key: `consent-${cases.now()}`,
  }
  const opened = done(await cases.run(openCase, input, actor))
  await cases.settle()
  return cases.taskOf({ organisation: health, case: opened.case })
}

/** Signs answers as somebody, by the key that their passkey confirms; gives the statement. */
export async function sign(
  cases: CasesPlatform,
  task: TaskPlace,
  answers: Record<string, unknown>,
  { actor }: Mother,
  language: 'en' | 'ru' | 'kk' = 'kk',
): Promise<string> {
  const signer = { ...actor, language }
  const { title, text } = done(await cases.run(writeStatement, { ...task, answers }, signer))
  const act = { operation: answerTask.name, input: { ...task, answers } }
  const prepared = done(await cases.run(prepareStatement, { title, text, act, needed: 'advanced' }, signer))
  const response = { signed: Buffer.from(prepared.fingerprint, 'hex').toString('base64url') }
  const revocations = 'http://stories.localhost/signatures/revoked.crl'
  done(await cases.run(signByPasskey, { statement: prepared.statement, response, revocations }, signer))
  return prepared.statement
}

/** A case of a mother whose signed application waits for those whom she asks to sign it as well. */
export async function awaitingSignatories(cases: CasesPlatform, mother: Mother): Promise<Place> {
  const task = await consentDraft(cases, mother)
  const answers = { ...consentOf(mother), both: true }
  const signature = await sign(cases, task, answers, mother)
  done(await cases.run(answerTask, { ...task, answers, signature }, mother.actor))
  return { organisation: task.organisation, case: task.case }
}

/** Somebody as an applicant names them to ask for a signature: every mother of these tests has one family name. */
export const wanted = ({ identifier }: Mother) => ({ identifier, family: 'zhailauova' })
