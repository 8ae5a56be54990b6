import { exampleOf } from '@tereze/exchange'
import { findProblems } from '@tereze/foundation-operations'
import { NotPossible } from '../command.ts'
import { readNamedFile } from '../read-file.ts'

/** A JSON Schema. */
type Schema = Parameters<typeof findProblems>[0]

/** A contract as mock and test need it, with an example of each side that fits its schema. */
export interface ReadContract {
  readonly id: string
  readonly request: Schema
  readonly response: Schema
  readonly question: unknown
  readonly answer: unknown
}

/**
 * Reads a `contract.json` and makes examples from its schemas.
 * @throws NotPossible when it is none, or when an example cannot be made; the schema may then give its own in `examples`.
 */
export async function readContract(file: string): Promise<ReadContract> {
  const { id, request, response } = parse(await readNamedFile(file), file)
  const question = exampleOf(request)
  const answer = exampleOf(response)
  for (const [side, schema, example] of [
    ['request', request, question] as const,
    ['response', response, answer] as const,
  ]) {
    const [wrong] = findProblems(schema, example)
    if (wrong !== undefined)
      throw new NotPossible(
        `${file}: no example of the ${side} could be made: ${wrong.pointer || '/'} ${wrong.code}`,
        `Give one in the schema of the ${side}: "examples": […]`,
      )
  }
  return { id, request, response, question, answer }
}

function parse(text: string, file: string): Pick<ReadContract, 'id' | 'request' | 'response'> {
  try {
    const { id, request, response } = JSON.parse(text) as Record<string, unknown>
    if (typeof id === 'string' && typeof request === 'object' && typeof response === 'object')
      return { id, request: request as Schema, response: response as Schema }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new NotPossible(
    `${file} is no contract`,
    'Give the contract.json of a package; tereze check names its problems.',
  )
}
