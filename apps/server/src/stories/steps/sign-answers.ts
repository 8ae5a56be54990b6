import { answerTask, writeStatement } from '@tereze/cases/contract'
import type { InputOf, PersonActor } from '@tereze/operation'
import { prepareStatement, signByPasskey } from '@tereze/signatures/contract'
import { needed, type World } from '../world.ts'

/** The person of a story signs their answers to a task by the key that their passkey confirms; gives the statement. */
export async function signAnswers(
  { platform }: World,
  person: PersonActor,
  input: InputOf<typeof answerTask>,
): Promise<string> {
  const { organisation, case: id, task, answers } = input
  const written = needed(
    await platform.runner.call(writeStatement, { organisation, case: id, task, answers }, person),
    'what is signed',
  )
  const { title, text, needed: kind } = written
  const act = { operation: answerTask.name, input }
  const { statement, fingerprint } = needed(
    await platform.runner.call(prepareStatement, { title, text, act, needed: kind ?? 'advanced' }, person),
    'the statement',
  )
  const response = { signed: Buffer.from(fingerprint, 'hex').toString('base64url') }
  const revocations = 'http://stories.localhost/signatures/revoked.crl'
  needed(await platform.runner.call(signByPasskey, { statement, response, revocations }, person), 'the signature')
  return statement
}
