import type { InputOf, JsonObject, Operation, Text } from '@tereze/operation'
import { getStatement, type KeySignatureKind, prepareStatement } from '@tereze/signatures/contract'
import { isProblem, type Problem, type Reply } from '@tereze/ui-client'
import { client } from '../session/platform.ts'
import { sharedMessages } from '../words/messages.ts'
import { isSameAct } from './same-act.ts'
import { wantSignature } from './signing-desk.ts'

/** What is signed, in words: how it is named in the list of what one signed, and what stands in it, line by line. */
export interface Reading {
  readonly title: Text
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

const nameless: Reading = {
  title: { en: sharedMessages.en['sign.act'], ru: sharedMessages.ru['sign.act'], kk: sharedMessages.kk['sign.act'] },
  lines: [],
}

/** The kind of signature that a reply asks for; null where it asks for none. */
function neededBy(reply: unknown): KeySignatureKind | null {
  if (!isProblem(reply)) return null
  const problem = reply as Problem
  if (problem.kind !== 'refused' || problem.code !== 'operations.signature-needed') return null
  return problem.params.needed === 'qualified' ? 'qualified' : 'advanced'
}

/**
 * Calls an operation; where it answers that it wants a signature, whoever works here signs exactly that operation with that input, and it
 * is called again with the signature, done once under it. Who does not sign gets the answer that a signature is needed.
 */
export async function callSigned<O extends Operation>(
  definition: O,
  input: InputOf<O>,
  reading: Reading = nameless,
): Promise<Reply<O>> {
  const reply = await client.call(definition, input)
  const needed = neededBy(reply)
  if (needed === null) return reply
  const act = { operation: definition.name, input: input as JsonObject }
  const prepared = await client.call(prepareStatement, { title: reading.title, needed, act })
  if (isProblem(prepared)) return prepared as Reply<O>
  const statement = await client.call(getStatement, { statement: prepared.statement })
  if (isProblem(statement)) return statement as Reply<O>
  const signed = await wantSignature({ statement, reading, isSame: isSameAct(statement.text, act) })
  if (!signed) return reply
  const { statement: signature } = statement
  return client.call(definition, input, { signature, idempotencyKey: signature })
}
