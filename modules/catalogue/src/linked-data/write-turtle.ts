import { DataFactory, Writer } from 'n3'
import { namespaces, type Statement } from './statement.ts'

const { literal, namedNode, quad } = DataFactory

/** Statements as Turtle 1.1, with prefixes. */
export function writeTurtle(statements: readonly Statement[]): Promise<string> {
  const writer = new Writer({ prefixes: { ...namespaces } })
  for (const { subject, predicate, object } of statements)
    writer.addQuad(
      quad(
        namedNode(subject),
        namedNode(predicate),
        'iri' in object ? namedNode(object.iri) : literal(object.text, object.language),
      ),
    )
  return new Promise((resolve, reject) =>
    writer.end((error: Error | null, text: string) =>
      error === null || error === undefined ? resolve(text) : reject(error),
    ),
  )
}
